package org.exemplar.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.exemplar.conduct.Backup;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exemplar study restore}. */
@CommandLine.Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description =
        "Puts a backup back, into a new folder or in place of the study there, whose file is kept.")
final class StudyRestoreCommand extends Command {
  @Parameters(paramLabel = "FILE", description = "The backup.")
  private @Nullable Path backup;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "STUDY",
      description = "A new folder, or the study's own.")
  private @Nullable Path out;

  StudyRestoreCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    Path folder = Objects.requireNonNull(out);
    Optional<Path> replaced =
        Backup.restore(Objects.requireNonNull(backup), folder, surroundings().clock().instant());
    say("Restored: " + folder);
    replaced.ifPresent(kept -> say("What was there is kept: " + kept));
    summary(
        Map.of("study", folder.toString(), "replaced", replaced.map(Path::toString).orElse("")));
  }
}
