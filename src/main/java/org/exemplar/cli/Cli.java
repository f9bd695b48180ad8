package org.exemplar.cli;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.exemplar.folders.AppFolders;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.codec.NativeFolder;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

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
    NativeFolder.use(AppFolders.ofThisSystem().cache().resolve("natives"));
    CommandLine line = commandLine();
    line.setOut(
        new java.io.PrintWriter(surroundings.out(), true, java.nio.charset.StandardCharsets.UTF_8));
    line.setErr(
        new java.io.PrintWriter(surroundings.err(), true, java.nio.charset.StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setParameterExceptionHandler(this::wrongUse);
    line.setExecutionExceptionHandler(this::failed);
    return line.execute(args);
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

  private int wrongUse(CommandLine.ParameterException e, String[] args) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    surroundings.err().println(oneLine(e.getMessage()) + " (see " + name + " --help)");
    return CommandLine.ExitCode.USAGE;
  }

  private int failed(Exception e, CommandLine line, ParseResult parsed) {
    switch (e) {
      case Problem problem -> surroundings.err().println(oneLine(problem.getMessage()));
      case CancellationException cancelled ->
          surroundings.err().println(oneLine(cancelled.getMessage()));
      default ->
          surroundings
              .err()
              .println(
                  "Exemplar met a fault of its own ("
                      + oneLine(e.toString())
                      + "); run again with --verbose and report what it prints.");
    }
    if (line.getCommand() instanceof Command command && command.verbose()) {
      e.printStackTrace(surroundings.err());
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String oneLine(@org.jspecify.annotations.Nullable String message) {
    return message == null ? "no reason given" : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
