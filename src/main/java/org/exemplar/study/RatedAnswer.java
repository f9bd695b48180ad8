package org.exemplar.study;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it was submitted.
 *
 * @param changes how often the answer was changed after it was first given
 * @param review the review finding by finding, null where there was none
 */
public record RatedAnswer(
    String questionId, Answer answer, int changes, @Nullable FindingReview review) {
  /** Checks that the count is not negative. */
  public RatedAnswer {
    if (changes < 0) {
      throw new IllegalArgumentException("changes cannot be negative: " + changes);
    }
  }
}
