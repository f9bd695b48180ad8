package org.exemplar.sitting;

import java.time.Duration;
import org.exemplar.study.SittingLimits;

/** Active time of a sitting against its limits; asked only between two cases. */
final class SittingTime {
  private final SittingLimits limits;
  private long finishedCases;
  private long atLastBreak;
  private boolean limitOverridden;

  SittingTime(SittingLimits limits) {
    this.limits = limits;
  }

  void add(long activeNanos) {
    finishedCases += activeNanos;
  }

  Duration active(long currentCase) {
    return Duration.ofNanos(finishedCases + currentCase);
  }

  boolean overLimit() {
    return !limitOverridden && reached(finishedCases, limits.longest());
  }

  boolean breakDue() {
    return reached(finishedCases - atLastBreak, limits.breakAfter());
  }

  void overrideLimit() {
    limitOverridden = true;
  }

  void breakOver() {
    atLastBreak = finishedCases;
  }

  private static boolean reached(long nanos, Duration limit) {
    return limit.isPositive() && nanos >= limit.toNanos();
  }
}
