package org.exemplar.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.exemplar.folders.AppFolders;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.codec.NativeFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Carries a parsed line out, and turns what goes wrong into one line and an exit code. */
final class CommandExecution {
  private final Surroundings surroundings;

  CommandExecution(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * Runs one command line.
   *
   * @return the exit code
   */
  int run(CommandLine line, String... args) {
    NativeFolder.use(AppFolders.ofThisSystem().cache().resolve("natives"));
    line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setParameterExceptionHandler(this::wrongUse);
    line.setExecutionExceptionHandler(this::failed);
    return line.execute(args);
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

  private static String oneLine(@Nullable String message) {
    return message == null ? "no reason given" : message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
