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
   * Ranks many vectors at once, one in each lane: {@code values[f][k]} is value {@code f} of vector
   * {@code k}. Comparing lanes side by side is what processors do several at a time.
   *
   * @param values finite
   * @param ranks filled in the same layout
   */
  static void ofLanes(double[][] values, double[][] ranks) {
    for (double[] lanes : ranks) {
      Arrays.fill(lanes, 0);
    }
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        compare(values[i], values[j], ranks[i], ranks[j]);
      }
    }
  }

  /** Adds to two values' ranks who of them is above; a tie adds nothing. */
  private static void compare(
      double[] first, double[] second, double[] firstRanks, double[] secondRanks) {
    for (int k = 0; k < first.length; k++) {
      double above = Math.signum(first[k] - second[k]);
      firstRanks[k] += above;
      secondRanks[k] -= above;
    }
  }

  /** Whether {@link #ofLanes} is the faster way, and may be taken: no value is infinite. */
  static boolean suitLanes(double[][] values) {
    double largest = 0;
    for (double[] lanes : values) {
      for (double value : lanes) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return values.length <= COUNTING_LIMIT && largest < Double.POSITIVE_INFINITY;
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
