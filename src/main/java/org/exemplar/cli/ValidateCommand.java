package org.exemplar.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.exemplar.classifier.torch.Device;
import org.exemplar.folders.AppFolders;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.validation.Check;
import org.exemplar.validation.InstallationKey;
import org.exemplar.validation.ReportFiles;
import org.exemplar.validation.Validation;
import org.exemplar.validation.ValidationReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code exemplar validate}: known answers, computed again on this machine. */
@CommandLine.Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Computes known answers again on this machine: engine, statistics, grayscale, audit.",
      "Writes a dated report (a page and JSON), signed with this installation's own key."
    })
final class ValidateCommand extends Command {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the report goes (default: among the application's data).")
  private @Nullable Path out;

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description = "Instead, check the signature of a report.")
  private @Nullable Path check;

  @Option(
      names = "--device",
      defaultValue = "auto",
      description = "Where networks run: auto, cpu or gpu (default: auto).")
  private String device = "auto";

  ValidateCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    AppFolders folders = AppFolders.ofThisSystem();
    InstallationKey key = new InstallationKey(folders.data());
    if (check != null) {
      verify(check, key);
      return;
    }
    ValidationReport report =
        new Validation(
                new Validation.Place(folders.cache().resolve("libtorch"), Device.parse(device)))
            .run(Version.number(), surroundings().clock().instant(), progress, cancellation);
    ReportFiles.Written written =
        ReportFiles.write(report, out == null ? folders.data().resolve("validation") : out, key);
    print(report, written);
    Map<String, Object> summary = new LinkedHashMap<>(ReportFiles.summary(report));
    summary.put("report", written.page().toString());
    summary.put("json", written.json().toString());
    summary(summary);
    if (!report.passed()) {
      throw new Problem(report.sentence());
    }
  }

  private void print(ValidationReport report, ReportFiles.Written written) {
    say(String.format(Locale.ROOT, "%-10s  %-52s  %-6s", "Section", "Check", "Result"));
    for (Check each : report.checks()) {
      say(
          String.format(
              Locale.ROOT,
              "%-10s  %-52s  %-6s",
              each.section().words(),
              each.name(),
              each.passed() ? "passed" : "FAILED"));
      if (!each.passed()) {
        say(
            "            %s: expected %s, got %s (tolerance %s)"
                .formatted(
                    each.comparison().what(),
                    each.comparison().expected(),
                    each.comparison().got(),
                    each.comparison().tolerance()));
      }
    }
    say("");
    if (report.passed()) {
      say(report.sentence());
    }
    say("The report is " + written.page() + " (and " + written.json().getFileName() + ").");
  }

  private void verify(Path file, InstallationKey key) {
    ReportFiles.Signature signature = ReportFiles.check(file, key);
    say(
        "%s is as it was signed, by %s (key %s)."
            .formatted(
                file,
                signature.here() ? "this installation" : "another installation",
                signature.key().hex()));
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("file", file.toString());
    summary.put("intact", true);
    summary.put("key", signature.key().hex());
    summary.put("this_installation", signature.here());
    summary(summary);
  }
}
