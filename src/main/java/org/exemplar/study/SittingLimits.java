package org.exemplar.study;

import java.time.Duration;

/**
 * How long readers read. A duration of zero means no limit.
 *
 * @param longest the longest sitting, by the active time in it
 * @param breakAfter active time after which a break is asked for, between two cases
 * @param breakLength how long the break lasts
 * @param washoutDays days between two showings of the same case
 */
public record SittingLimits(
    Duration longest, Duration breakAfter, Duration breakLength, int washoutDays) {
  /** No limit at all. */
  public static final SittingLimits NONE =
      new SittingLimits(Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

  /** Checks that nothing is negative. */
  public SittingLimits {
    if (longest.isNegative() || breakAfter.isNegative() || breakLength.isNegative()) {
      throw new IllegalArgumentException("limits of a sitting cannot be negative");
    }
    if (washoutDays < 0) {
      throw new IllegalArgumentException("washout cannot be negative: " + washoutDays);
    }
  }
}
