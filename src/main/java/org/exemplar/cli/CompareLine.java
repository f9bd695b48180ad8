package org.exemplar.cli;

import org.exemplar.classifier.sweep.ComparisonOptions;
import org.exemplar.classifier.sweep.ComparisonResult;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import picocli.CommandLine;

/**
 * The command {@code compare} by itself, for programs that make the comparison elsewhere than on
 * this computer: the same options, messages, summary and exit codes.
 */
public final class CompareLine {
  private final String name;
  private final Surroundings surroundings;
  private final Comparing comparing;

  /** Makes a comparison. */
  @FunctionalInterface
  public interface Comparing {
    /** Makes the folder that the options name. */
    ComparisonResult run(ComparisonOptions options, Progress progress, Cancellation cancellation);
  }

  /**
   * A command line.
   *
   * @param name of the program, for its help
   * @param comparing what makes the comparison
   */
  public CompareLine(String name, Surroundings surroundings, Comparing comparing) {
    this.name = name;
    this.surroundings = surroundings;
    this.comparing = comparing;
  }

  /**
   * Runs one command line.
   *
   * @param args as after {@code exemplar compare}
   * @return the exit code
   */
  public int run(String... args) {
    var line = new CommandLine(new CompareCommand(surroundings, comparing));
    line.setCommandName(name);
    return new CommandExecution(surroundings).run(line, args);
  }
}
