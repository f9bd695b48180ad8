package org.exemplar.app.reading;

import org.exemplar.problem.Problem;

/**
 * A film that cannot be shown.
 *
 * @param why in plain words
 * @param details for the coordinator, without file names
 */
public record BrokenFilm(String why, String details) {
  static BrokenFilm of(String caseCode, String place, Throwable error) {
    Throwable cause =
        error.getCause() != null && !(error instanceof Problem) ? error.getCause() : error;
    String message =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    String why =
        cause instanceof Problem ? message : "Its pixels cannot be read as the study stored them.";
    return new BrokenFilm(
        why,
        "case "
            + caseCode
            + "   "
            + place
            + "\n"
            + cause.getClass().getSimpleName()
            + ": "
            + message);
  }
}
