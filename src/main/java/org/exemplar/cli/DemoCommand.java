package org.exemplar.cli;

import java.nio.file.Path;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code exemplar demo}. */
@CommandLine.Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Runs the main job once, for real, on the embedded radiographs.")
final class DemoCommand extends Command {
  private final DemoEnding ending;

  @Option(names = "--out", paramLabel = "DIR", description = "Where to write.")
  private @Nullable Path out;

  @Option(names = "--headless", description = "No window, even where there is a display.")
  private boolean headless;

  DemoCommand(Surroundings surroundings, DemoEnding ending) {
    super(surroundings);
    this.ending = ending;
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    say("demo " + out + headless + ending.hasDisplay());
  }
}
