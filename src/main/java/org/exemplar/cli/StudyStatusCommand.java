package org.exemplar.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.exemplar.conduct.Resolution;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.StudyStatus;
import org.exemplar.store.Dispute;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code exemplar study status}. */
@CommandLine.Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Says how far a study is; nothing it says depends on an arm.")
final class StudyStatusCommand extends Command {
  @Parameters(paramLabel = "STUDY", description = "The study's folder.")
  private @Nullable Path study;

  StudyStatusCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    StudyLocation location = StudyLocation.of(Objects.requireNonNull(study));
    StudyStatus status = StudyStatus.of(location);
    say(status.title());
    say(
        (status.stage().sealed() ? "Sealed" : "Not sealed")
            + (status.stage().unblinded() ? ", unblinded" : ", blinded")
            + "; "
            + status.cases()
            + " cases, "
            + status.answers().count()
            + " answers"
            + (status.answers().simulated() ? " (simulated)" : ""));
    status
        .readers()
        .forEach((reader, done) ->
            say("  " + reader + "  " + done.done() + " of " + done.of() + " cases"));
    int waiting = (int) Resolution.disputes(location).stream().filter(Dispute::open).count();
    if (waiting > 0) {
      say(waiting + " answers differ between returned files and wait for a decision");
    }
    StudyStatus.onlyLook(location).ifPresent(this::say);
    say("Audit head " + status.stage().auditHead().hex());
    rawSummary(status.toJson());
  }
}
