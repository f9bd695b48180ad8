package org.exemplar.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code exemplar study}: names its commands. */
@CommandLine.Command(
    name = "study",
    mixinStandardHelpOptions = true,
    description = "Builds, hands out, takes back, checks and unblinds a reader study.",
    synopsisSubcommandLabel = "COMMAND")
final class StudyCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The command with everything below it. */
  static CommandLine line(Surroundings surroundings) {
    CommandLine line = new CommandLine(new StudyCommand());
    line.addSubcommand(new StudyBuildCommand(surroundings));
    line.addSubcommand(new StudyPackageCommand(surroundings));
    line.addSubcommand(new StudyMergeCommand(surroundings));
    line.addSubcommand(new StudyStatusCommand(surroundings));
    line.addSubcommand(new StudyVerifyCommand(surroundings));
    line.addSubcommand(new StudyAmendCommand(surroundings));
    line.addSubcommand(new StudyUnblindCommand(surroundings));
    line.addSubcommand(new StudyBackupCommand(surroundings));
    line.addSubcommand(new StudyRestoreCommand(surroundings));
    return line;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new CommandLine.ParameterException(spec.commandLine(), "Which study command?");
    }
  }
}
