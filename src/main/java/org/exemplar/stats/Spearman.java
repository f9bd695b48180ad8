package org.exemplar.stats;

import java.util.Arrays;

/**
 * Spearman's rank correlation (Pearson's of mid-ranks) of many vector pairs of one length, without
 * allocation per pair.
 *
 * <p>Doubled mid-ranks are integers, so numerator and both sums of squares are exact: pairs with
 * the same ranks get bit-equal correlations whatever their order, and 1 or −1 is exact. Undefined
 * is NaN: where either vector is constant, holds a NaN, or is shorter than two.
 *
 * <p>Not thread-safe: one instance per thread.
 */
public final class Spearman {
  /** Up to this length ranks are found by counting, which beats sorting. */
  private static final int COUNTING_LIMIT = 32;

  private final int length;
  private final double[] first;
  private final double[] second;
  private final double[] sorted;
  private final long[] firstRanks;
  private final long[] secondRanks;

  /**
   * @param length the length of every vector, at most 2,000,000 so that sums stay exact
   */
  public Spearman(int length) {
    if (length < 0 || length > 2_000_000) {
      throw new IllegalArgumentException("length " + length + " is not in 0 to 2,000,000");
    }
    this.length = length;
    this.first = new double[length];
    this.second = new double[length];
    this.sorted = new double[length];
    this.firstRanks = new long[length];
    this.secondRanks = new long[length];
  }

  /** The correlation of two vectors of any equal length; NaN where undefined. */
  public static double correlation(double[] a, double[] b) {
    return new Spearman(a.length).of(a, b);
  }

  /** The correlation of two vectors of this instance's length; NaN where undefined. */
  public double of(double[] a, double[] b) {
    requireLength(a.length);
    requireLength(b.length);
    System.arraycopy(a, 0, first, 0, length);
    System.arraycopy(b, 0, second, 0, length);
    return correlate();
  }

  /** The correlation of two vectors of this instance's length; NaN where undefined. */
  public double of(float[] a, float[] b) {
    requireLength(a.length);
    requireLength(b.length);
    return of(a, 0, b, 0);
  }

  /**
   * The correlation of {@code length} values of {@code a} from {@code aOffset} with as many of
   * {@code b} from {@code bOffset} (rows of row-major matrices); NaN where undefined.
   */
  public double of(float[] a, int aOffset, float[] b, int bOffset) {
    for (int i = 0; i < length; i++) {
      first[i] = a[aOffset + i];
      second[i] = b[bOffset + i];
    }
    return correlate();
  }

  /** As {@link #of(float[], int, float[], int)}, for double precision. */
  public double of(double[] a, int aOffset, double[] b, int bOffset) {
    System.arraycopy(a, aOffset, first, 0, length);
    System.arraycopy(b, bOffset, second, 0, length);
    return correlate();
  }

  private void requireLength(int given) {
    if (given != length) {
      throw new IllegalArgumentException("a vector of " + given + " values, not " + length);
    }
  }

  private double correlate() {
    if (!rank(first, firstRanks) || !rank(second, secondRanks)) {
      return Double.NaN;
    }
    long product = 0;
    long firstSquares = 0;
    long secondSquares = 0;
    for (int i = 0; i < length; i++) {
      long a = firstRanks[i];
      long b = secondRanks[i];
      product += a * b;
      firstSquares += a * a;
      secondSquares += b * b;
    }
    if (firstSquares == 0 || secondSquares == 0) {
      return Double.NaN;
    }
    return product / Math.sqrt((double) firstSquares * (double) secondSquares);
  }

  /** Fills {@code ranks} with 2·(mid-rank − mean rank); false when a value is NaN. */
  private boolean rank(double[] values, long[] ranks) {
    for (int i = 0; i < length; i++) {
      if (Double.isNaN(values[i])) {
        return false;
      }
      values[i] += 0.0;
    }
    if (length <= COUNTING_LIMIT) {
      rankByCounting(values, ranks);
    } else {
      rankBySorting(values, ranks);
    }
    return true;
  }

  /** 2·(mid-rank − mean rank) is the number of values below minus the number above. */
  private void rankByCounting(double[] values, long[] ranks) {
    for (int i = 0; i < length; i++) {
      double value = values[i];
      int difference = 0;
      for (int j = 0; j < length; j++) {
        double other = values[j];
        difference += (other < value ? 1 : 0) - (other > value ? 1 : 0);
      }
      ranks[i] = difference;
    }
  }

  private void rankBySorting(double[] values, long[] ranks) {
    System.arraycopy(values, 0, sorted, 0, length);
    Arrays.sort(sorted);
    for (int i = 0; i < length; i++) {
      int below = Ranks.countBelow(sorted, values[i]);
      int above = length - Ranks.countAtMost(sorted, values[i]);
      ranks[i] = (long) below - above;
    }
  }
}
