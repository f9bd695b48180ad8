package org.exemplar.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exemplar identity}: names its commands. */
@CommandLine.Command(
    name = "identity",
    mixinStandardHelpOptions = true,
    description =
        "The people of this computer: coordinators and statisticians, each with a passphrase."
            + " As long as there is nobody, nobody signs in.",
    synopsisSubcommandLabel = "COMMAND")
final class IdentityCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The command with everything below it. */
  static CommandLine line(Surroundings surroundings) {
    CommandLine line = new CommandLine(new IdentityCommand());
    line.addSubcommand(new IdentityAddCommand(surroundings));
    line.addSubcommand(new IdentityListCommand(surroundings));
    return line;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(spec.commandLine(), "Which identity command?");
    }
  }
}
