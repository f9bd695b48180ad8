package org.exemplar.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exemplar} itself: names its commands. */
@CommandLine.Command(
    name = "exemplar",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Radiologist reader studies of pruning-identified exemplars.",
      "Without a command, the application opens."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Exit: 0 done, 1 the work failed, 2 wrong use."})
final class RootCommand implements Runnable {
  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(spec.commandLine(), "Which command?");
    }
  }
}
