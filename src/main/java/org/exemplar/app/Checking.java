package org.exemplar.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.exemplar.app.fx.FxTask;
import org.exemplar.classifier.torch.Device;
import org.exemplar.folders.AppFolders;
import org.exemplar.validation.InstallationKey;
import org.exemplar.validation.ReportFiles;
import org.exemplar.validation.Validation;
import org.exemplar.validation.ValidationReport;

/**
 * Checks this installation against known answers, and keeps the reports.
 *
 * @param work makes a report and keeps it
 * @param reports writes and reads reports
 */
record Checking(FxTask.Work<ValidationReport> work, Reports reports) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  /**
   * Writes and reads reports.
   *
   * @param kept the folder of this installation's own
   * @param key signs them
   */
  record Reports(Path kept, InstallationKey key) {
    /** Writes a signed report into a folder; returns its page. */
    Path save(ValidationReport report, Path folder) {
      return ReportFiles.write(report, folder, key).page();
    }
  }

  /** With the application's own folders. */
  static Checking in(AppFolders folders, InstantSource clock) {
    Reports reports =
        new Reports(folders.data().resolve("validation"), new InstallationKey(folders.data()));
    String version =
        Optional.ofNullable(Checking.class.getPackage().getImplementationVersion())
            .orElse("development");
    return new Checking(
        (progress, cancellation) -> {
          ValidationReport report =
              new Validation(new Validation.Place(folders.cache().resolve("libtorch"), Device.AUTO))
                  .run(version, clock.instant(), progress, cancellation);
          reports.save(report, reports.kept());
          return report;
        },
        reports);
  }

  /** The day when this installation last gave every known answer, in words. */
  Optional<String> last() {
    return ReportFiles.lastPassed(reports.kept(), reports.key())
        .map(made -> DAY.format(made.atZone(ZoneId.systemDefault())));
  }
}
