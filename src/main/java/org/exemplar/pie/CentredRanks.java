package org.exemplar.pie;

import java.util.Arrays;

/**
 * Mid-ranks less their mean, times two: for each value the number of values below minus the number
 * above. Whole numbers, so that sums over them are exact and equal agreements compare as equal.
 */
final class CentredRanks {
  /** Up to here counting beats sorting. */
  private static final int COUNTING_LIMIT = 48;

  private CentredRanks() {}

  /**
   * Ranks {@code values}; {@code -0.0} equals {@code 0.0}.
   *
   * @param values numbers, none NaN
   * @param ranks filled with one centred doubled mid-rank for each value
   */
  static void of(double[] values, int[] ranks) {
    if (values.length <= COUNTING_LIMIT) {
      byCounting(values, ranks);
    } else {
      bySorting(values, ranks);
    }
  }

  /**
   * Ranks many vectors at once, one in each lane: value {@code f} of vector {@code k} lies at
   * {@code f · lanes + k}. Comparing lanes side by side is what processors do several at a time.
   *
   * @param values finite
   * @param ranks filled in the same layout
   */
  static void ofLanes(double[] values, double[] ranks, int findings, int lanes) {
    Arrays.fill(ranks, 0, findings * lanes, 0);
    for (int i = 0; i < findings; i++) {
      for (int j = i + 1; j < findings; j++) {
        compare(values, ranks, i * lanes, j * lanes, lanes);
      }
    }
  }

  /** Adds to two values' ranks who of them is above; a tie adds nothing. */
  private static void compare(double[] values, double[] ranks, int first, int second, int lanes) {
    for (int k = 0; k < lanes; k++) {
      double above = Math.signum(values[first + k] - values[second + k]);
      ranks[first + k] += above;
      ranks[second + k] -= above;
    }
  }

  /** Whether {@link #ofLanes} is the faster way, and may be taken: no value is infinite. */
  static boolean suitLanes(double[] values, int findings, int lanes) {
    double largest = 0;
    for (int i = 0; i < findings * lanes; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    return findings <= COUNTING_LIMIT && largest < Double.POSITIVE_INFINITY;
  }

  private static void byCounting(double[] values, int[] ranks) {
    int n = values.length;
    for (int i = 0; i < n; i++) {
      double x = values[i];
      int rank = 0;
      for (int j = 0; j < n; j++) {
        rank += (values[j] < x ? 1 : 0) - (values[j] > x ? 1 : 0);
      }
      ranks[i] = rank;
    }
  }

  private static void bySorting(double[] values, int[] ranks) {
    double[] sorted = values.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] += 0.0;
    }
    Arrays.sort(sorted);
    for (int i = 0; i < values.length; i++) {
      int notAbove = count(sorted, values[i], true);
      ranks[i] = count(sorted, values[i], false) - (sorted.length - notAbove);
    }
  }

  /** How many sorted values are below {@code x}, or at most {@code x} when inclusive. */
  private static int count(double[] sorted, double x, boolean inclusive) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < x || (inclusive && sorted[middle] == x)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
