package org.exemplar.study;

import java.time.Duration;

/**
 * How cases follow each other and how time is counted.
 *
 * @param mask how long the neutral mask stays at least between two cases
 * @param idleAfter time without input after which time counts as idle
 * @param displayCheckValid how long a display check holds on the same display
 */
public record Pacing(Duration mask, Duration idleAfter, Duration displayCheckValid) {
  /** Half a second of mask, idle after 60 s, a display check every 12 hours. */
  public static final Pacing DEFAULT =
      new Pacing(Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ofHours(12));

  /** Checks that nothing is negative and that being idle is possible. */
  public Pacing {
    if (mask.isNegative() || displayCheckValid.isNegative() || !idleAfter.isPositive()) {
      throw new IllegalArgumentException("mask, idle time and display check cannot be negative");
    }
  }
}
