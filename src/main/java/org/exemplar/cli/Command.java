package org.exemplar.cli;

import java.util.concurrent.Callable;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What every command has: the common options, its surroundings, progress, and a JSON summary. */
abstract class Command implements Callable<Integer> {
  @Option(names = "--quiet", description = "No progress; only results and errors.")
  private boolean quiet;

  @Option(names = "--verbose", description = "With an error, show where in the program it arose.")
  private boolean verbose;

  @Option(names = "--json", description = "Print a machine-readable summary as the last line.")
  private boolean json;

  private final Surroundings surroundings;

  Command(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** The work. Progress is shown, a {@code Problem} becomes one line and exit 1. */
  abstract void run(Progress progress, Cancellation cancellation);

  @Override
  public Integer call() {
    Progress progress = Progress.NONE;
    ConsoleProgress bar = null;
    if (surroundings.progressBar() && !quiet) {
      bar = new ConsoleProgress(surroundings.err(), surroundings.nanoTime());
      progress = bar;
    }
    try {
      run(progress, new Cancellation());
    } finally {
      if (bar != null) {
        bar.close();
      }
    }
    return CommandLine.ExitCode.OK;
  }

  boolean verbose() {
    return verbose;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** One line for people; left out when only the JSON summary was asked for. */
  void say(String line) {
    surroundings.out().println(line);
  }

  /** A warning: one line on the error stream. */
  void warn(String line) {
    surroundings.err().println("Warning: " + line);
  }

  /** The same with a summary that is JSON already. */
  void rawSummary(String line) {
    if (json) {
      surroundings.out().println(line);
    }
  }

  /** Prints the machine-readable summary when {@code --json} was given; call it last. */
  void summary(Object value) {
    if (json) {
      surroundings.out().println(JsonSummary.line(value));
    }
  }
}
