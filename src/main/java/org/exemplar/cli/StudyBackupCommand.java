package org.exemplar.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.exemplar.conduct.Backup;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.store.Verification;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exemplar study backup}. */
@CommandLine.Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Writes a compact copy of study.db as of now, and verifies the copy.")
final class StudyBackupCommand extends Command {
  @Parameters(paramLabel = "STUDY", description = "The study's folder.")
  private @Nullable Path study;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "A new file (default: one named by the time, in backups in the study).")
  private @Nullable Path out;

  StudyBackupCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    StudyLocation location = StudyLocation.of(Objects.requireNonNull(study));
    Path target =
        Optional.ofNullable(out)
            .orElseGet(() -> Backup.proposed(location, surroundings().clock().instant()));
    Verification verification = Backup.write(location, target);
    say(target + ": intact, audit head " + verification.head().hash().checkCode());
    summary(Map.of("file", target.toString(), "audit_head", verification.head().hash().hex()));
  }
}
