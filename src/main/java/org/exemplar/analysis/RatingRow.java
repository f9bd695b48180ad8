package org.exemplar.analysis;

import java.util.OptionalDouble;

/**
 * One answer of one reader to one question about one case. A missing answer has no row.
 *
 * @param value the code given, finite; empty for "cannot judge"
 */
public record RatingRow(String reader, String caseId, String question, OptionalDouble value) {
  /** Refuses a value that is not a number. */
  public RatingRow {
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException("not a number: " + value.getAsDouble());
    }
  }

  /** An answer with a code. */
  public static RatingRow of(String reader, String caseId, String question, double value) {
    return new RatingRow(reader, caseId, question, OptionalDouble.of(value));
  }

  /** The answer "cannot judge". */
  public static RatingRow cannotJudge(String reader, String caseId, String question) {
    return new RatingRow(reader, caseId, question, OptionalDouble.empty());
  }
}
