package org.exemplar.app.results;

import java.util.OptionalDouble;
import org.exemplar.chart.Figures;
import org.exemplar.export.RatingSheet;

/**
 * One answer as the tables show it.
 *
 * @param reader who
 * @param caseId the case's code
 * @param pie whether the case is a PIE
 * @param question id of the question
 * @param code empty for "cannot judge"
 * @param wording the answer in the reader's words; may be empty
 * @param position in the worklist from 1; 0 where not known
 * @param showing 1, or 2 for a hidden repeat
 * @param activeSeconds time on the case; empty where not known
 * @param idleSeconds time away from it; empty where not known
 * @param changes how often the answer was changed
 * @param comment on the case; may be empty
 */
record AnswerRow(
    String reader,
    String caseId,
    boolean pie,
    String question,
    OptionalDouble code,
    String wording,
    int position,
    int showing,
    OptionalDouble activeSeconds,
    OptionalDouble idleSeconds,
    int changes,
    String comment) {

  static AnswerRow of(RatingSheet.SheetRating rating, boolean pie) {
    return new AnswerRow(
        rating.place().reader(),
        rating.caseId(),
        pie,
        rating.question(),
        rating.value().code(),
        rating.value().text(),
        rating.place().position(),
        rating.place().showing(),
        rating
            .recorded()
            .map(r -> OptionalDouble.of(r.timing().activeMs() / 1000.0))
            .orElse(OptionalDouble.empty()),
        rating
            .recorded()
            .map(r -> OptionalDouble.of(r.timing().idleMs() / 1000.0))
            .orElse(OptionalDouble.empty()),
        rating.value().changes(),
        rating.value().comment());
  }

  boolean repeat() {
    return showing > 1;
  }

  /** The code as a cell shows it: {@code 3}, or {@code cannot judge}. */
  String value() {
    return code.isPresent() ? number(code.getAsDouble()) : "cannot judge";
  }

  static String number(double code) {
    return code == Math.rint(code) ? Figures.decimals(code, 0) : Figures.decimals(code, 2);
  }
}
