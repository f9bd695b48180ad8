package org.exemplar.study;

import java.time.Instant;

/**
 * How long a case took.
 *
 * @param firstShown when the film appeared for the first time
 * @param submitted when the case was submitted
 * @param activeMs milliseconds with the reader at work, by a monotonic clock
 * @param idleMs milliseconds without input or with the window hidden; pauses are in neither
 */
public record Timing(Instant firstShown, Instant submitted, long activeMs, long idleMs) {
  /** Checks that no duration is negative. */
  public Timing {
    if (activeMs < 0 || idleMs < 0) {
      throw new IllegalArgumentException("durations cannot be negative");
    }
  }
}
