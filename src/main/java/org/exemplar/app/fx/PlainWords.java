package org.exemplar.app.fx;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.util.concurrent.CancellationException;
import org.exemplar.problem.Problem;

/**
 * An error as a user reads it.
 *
 * @param sentence what happened and what to do, one sentence
 * @param details what a developer wants to see, behind a fold
 * @param ours whether it is a fault of the program and not something the user can put right
 */
public record PlainWords(String sentence, String details, boolean ours) {
  /** Puts an error into plain words. */
  public static PlainWords of(Throwable error) {
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace, true));
    return switch (error) {
      case Problem problem -> new PlainWords(message(problem), trace.toString(), false);
      case CancellationException stopped ->
          new PlainWords("Stopped. What was finished is kept.", trace.toString(), false);
      case FileSystemException file ->
          new PlainWords(
              "The file "
                  + file.getFile()
                  + " cannot be used"
                  + (file.getReason() == null ? "" : ": " + file.getReason())
                  + ". Check that it is there and that you may open it.",
              trace.toString(),
              false);
      default ->
          new PlainWords(
              "Something went wrong inside the program. Nothing that was saved is lost; the log"
                  + " has the details.",
              trace.toString(),
              true);
    };
  }

  private static String message(Problem problem) {
    String message = problem.getMessage();
    return message == null ? "Something is wrong with the input." : message;
  }
}
