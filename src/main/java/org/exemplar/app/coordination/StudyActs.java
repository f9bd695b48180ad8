package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.conduct.CaseReestimation;
import org.exemplar.conduct.ConflictList;
import org.exemplar.conduct.FileCheck;
import org.exemplar.conduct.Merge;
import org.exemplar.conduct.MergeReport;
import org.exemplar.conduct.Packaging;
import org.exemplar.conduct.ReadCase;
import org.exemplar.conduct.Resolution;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.store.Dispute;
import org.exemplar.store.ReadingLock;
import org.exemplar.study.ReaderId;

/** The acts of the desk as long work: each through the same core as the command line. */
final class StudyActs {
  /** What {@code plan --running} takes without being told. */
  private static final double LEVEL = 0.05;

  private static final long SEED = 1;

  private final DeskHost host;
  private final CoordinationServices services;

  StudyActs(DeskHost host, CoordinationServices services) {
    this.host = host;
    this.services = services;
  }

  /** Reads a study; an error is told to the user, then to {@code failed}. */
  void open(Location at, Path folder, Consumer<StudyOverview> done, Runnable failed) {
    FxTask<StudyOverview> task =
        new FxTask<>(
            "Opening " + folder.getFileName(),
            (progress, cancellation) -> {
              progress.report("Verifying seal and audit", -1, -1);
              StudyOverview study = overview(folder);
              services.known().add(study.location().folder());
              return study;
            });
    task.setOnSucceeded(e -> done.accept(task.getValue()));
    task.setOnFailed(e -> {
      failed.run();
      Throwable why = task.failure();
      if (why != null) {
        host.fail("The study could not be opened", why);
      }
    });
    var _ = host.run(at, task);
  }

  /** Reads all known studies; of those that cannot be read it is said why. */
  void openAll(Location at, Consumer<List<KnownStudies.Known>> done) {
    run(
        at,
        "Reading the studies",
        (progress, cancellation) ->
            services.known().all().stream()
                .map(folder -> KnownStudies.Known.of(folder, this::overview))
                .toList(),
        done);
  }

  private StudyOverview overview(Path folder) {
    return StudyOverview.of(StudyLocation.of(folder), services.office().clock().instant());
  }

  /** Takes a study off the list. */
  void forget(Path folder) {
    try {
      services.known().forget(folder);
    } catch (Problem e) {
      host.fail("The list of studies could not be written", e);
    }
  }

  /** Says where the key and the first reading files of a study lie that was sealed. */
  void tellSealed(Path folder, List<Packaging.Packed> packed) {
    HandedOutSheet.sealed(
        StudyLocation.of(folder), packed, sheet("Sealed"), services.beyond().showFile());
  }

  private Sheet sheet(String title) {
    return new Sheet(host.window(), host.theme(), title);
  }

  /** Asks whose files to write and where, writes them, and says where they lie. */
  void handOut(Location at, StudyOverview study, Runnable done) {
    new HandOutSheet(
            study,
            sheet("Hand out"),
            title -> FileDialogs.folder(host.window(), title),
            (order, passphrase) ->
                handOut(
                    at,
                    study,
                    order,
                    passphrase,
                    packed -> {
                      done.run();
                      HandedOutSheet.handedOut(
                          packed, sheet("Hand out"), services.beyond().showFile());
                    }))
        .show();
  }

  /** Writes reading files; the passphrase is wiped. */
  private void handOut(
      Location at,
      StudyOverview study,
      Packaging.Order order,
      char[] passphrase,
      Consumer<List<Packaging.Packed>> done) {
    services
        .door()
        .enter(
            Deed.HAND_OUT,
            office ->
                run(
                    at,
                    "Writing reading files",
                    (progress, cancellation) -> {
                      try (Passphrase secret = Passphrase.taking(passphrase)) {
                        return new Packaging(office)
                            .pack(
                                study.location(),
                                order,
                                ReadingLock.standard(secret),
                                progress,
                                cancellation);
                      }
                    },
                    done));
  }

  /** Takes files back. */
  void merge(Location at, StudyOverview study, List<Path> files, Consumer<MergeReport> done) {
    services
        .door()
        .enter(
            Deed.MERGE,
            office ->
                run(
                    at,
                    "Taking files back",
                    (progress, cancellation) ->
                        new Merge(office).merge(study.location(), files, progress, cancellation),
                    done));
  }

  /** Writes which answers count. */
  void decide(Location at, StudyOverview study, List<Resolution.Choice> choices, Runnable done) {
    services
        .door()
        .enter(
            Deed.DECIDE,
            office ->
                run(
                    at,
                    "Writing decisions",
                    (progress, cancellation) ->
                        new Resolution(office).decide(study.location(), choices),
                    count -> done.run()));
  }

  /** Asks where, then writes the answers that differ as a list. */
  void saveConflicts(List<Dispute> disputes) {
    FileDialogs.save(host.window(), "Save the answers that differ", "conflicts.csv", "CSV", "*.csv")
        .ifPresent(file -> {
          try {
            ConflictList.write(disputes, file);
          } catch (Problem e) {
            host.fail("The list could not be written", e);
          }
        });
  }

  /** Checks study, key and reading files. */
  void verify(Location at, StudyOverview study, Consumer<List<FileCheck>> done) {
    run(at, "Verifying", (progress, cancellation) -> FileCheck.of(study.location().folder()), done);
  }

  /** Shows a reader's cases. */
  void look(Location at, StudyOverview study, ReaderId reader) {
    run(
        at,
        "Reading the cases of " + reader,
        (progress, cancellation) -> ReadCase.of(study.location(), reader),
        cases ->
            study.readers().stream()
                .filter(row -> row.reader().equals(reader))
                .findFirst()
                .ifPresent(row ->
                    new ReaderCasesSheet(
                            row, cases, new Sheet(host.window(), host.theme(), "Cases"))
                        .show()));
  }

  /** Estimates again how many cases the study needs; opens no key. */
  void estimate(Location at, StudyOverview study, Consumer<List<CaseReestimation>> done) {
    run(
        at,
        "Estimating the cases needed",
        (progress, cancellation) ->
            CaseReestimation.of(
                study.location(),
                new CaseReestimation.Aim(
                    EnoughCard.POWER, LEVEL, OptionalDouble.empty(), OptionalInt.empty(), SEED)),
        done);
  }

  /** Asks for files that came back. */
  void chooseReturned(Consumer<List<Path>> chosen) {
    List<Path> files =
        FileDialogs.openSeveral(host.window(), "Take files back", "Reading files", "*.reading");
    if (!files.isEmpty()) {
      chosen.accept(files);
    }
  }

  private <T> void run(Location at, String title, FxTask.Work<T> work, Consumer<T> done) {
    FxTask<T> task = new FxTask<>(title, work);
    task.setOnSucceeded(e -> done.accept(task.getValue()));
    var _ = host.run(at, task);
  }
}
