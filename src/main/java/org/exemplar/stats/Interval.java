package org.exemplar.stats;

/**
 * The two ends of an interval, both included.
 *
 * @param low not NaN
 * @param high not NaN, not below {@code low}
 */
public record Interval(double low, double high) {
  /** Refuses ends that are NaN or the wrong way round. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("no interval from " + low + " to " + high);
    }
  }

  /** Half the distance of the ends. */
  public double halfWidth() {
    return (high - low) / 2;
  }

  /** Whether {@code value} lies within. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
