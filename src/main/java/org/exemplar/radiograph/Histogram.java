package org.exemplar.radiograph;

/** How often each neutral value occurs. Immutable. */
public final class Histogram {
  private final int[] counts;
  private final long total;

  private Histogram(int[] counts, long total) {
    this.counts = counts;
    this.total = total;
  }

  static Histogram of(short[] centred) {
    int[] counts = new int[65536];
    for (short value : centred) {
      counts[value + NeutralRadiograph.HALF]++;
    }
    return new Histogram(counts, centred.length);
  }

  /** How often a value from 0 to 65535 occurs. */
  public int count(int value) {
    return counts[value];
  }

  /**
   * The smallest value that at least this share of the pixels does not exceed.
   *
   * @param percent 0 (the smallest value) to 100 (the largest)
   */
  public int percentile(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("not a percentage: " + percent);
    }
    long wanted = Math.max(1, (long) Math.ceil(total * percent / 100));
    long below = 0;
    for (int value = 0; value < counts.length; value++) {
      below += counts[value];
      if (below >= wanted) {
        return value;
      }
    }
    return counts.length - 1;
  }
}
