package org.exemplar.cli;

import java.util.List;
import picocli.CommandLine;

/**
 * The headless front door. Exit codes: 0 done, 1 the work failed, 2 wrong use. An error is one line
 * in plain words on the error stream; {@code --verbose} adds where in the program it arose.
 */
public final class Cli {
  private final Surroundings surroundings;
  private final DemoEnding demoEnding;

  /**
   * @param demoEnding what shows the demonstration's results (the window, or pictures of it)
   */
  public Cli(Surroundings surroundings, DemoEnding demoEnding) {
    this.surroundings = surroundings;
    this.demoEnding = demoEnding;
  }

  /**
   * Runs one command line.
   *
   * @return the exit code
   */
  public int run(String... args) {
    return new CommandExecution(surroundings).run(commandLine(), args);
  }

  private CommandLine commandLine() {
    CommandLine root = new CommandLine(new RootCommand());
    for (Object command :
        List.of(
            new DemoCommand(surroundings, demoEnding),
            new InspectCommand(surroundings),
            new CompareCommand(surroundings),
            new PiesCommand(surroundings),
            new ForgettingCommand(surroundings),
            StudyCommand.line(surroundings),
            IdentityCommand.line(surroundings),
            new SimulateCommand(surroundings),
            new ImportCommand(surroundings),
            new AnalyzeCommand(surroundings),
            new ExportCommand(surroundings),
            new PlanCommand(surroundings),
            new ReadCommand(surroundings),
            new ValidateCommand(surroundings))) {
      root.addSubcommand(command);
    }
    return root;
  }
}
