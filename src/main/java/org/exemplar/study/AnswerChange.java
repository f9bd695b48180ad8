package org.exemplar.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change to an answer that is not submitted yet.
 *
 * @param item which case at which place
 * @param questionId the question
 * @param change the new answer, or null when it was cleared
 * @param clock when, and the time spent on the case until then
 */
public record AnswerChange(
    WorklistItem item, String questionId, @Nullable RatedAnswer change, CaseClock clock) {

  /**
   * A moment in the reading of a case.
   *
   * @param at wall clock
   * @param firstShown when the film of the case first appeared
   * @param activeMs active time on the case so far
   * @param idleMs idle time on the case so far
   */
  public record CaseClock(Instant at, Instant firstShown, long activeMs, long idleMs) {}
}
