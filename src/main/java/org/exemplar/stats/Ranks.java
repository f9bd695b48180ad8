package org.exemplar.stats;

import java.util.Arrays;

/**
 * Ranks from 1, ascending. Negative and positive zero are equal; NaN has no rank and is refused.
 * Inputs are never changed.
 */
public final class Ranks {
  private Ranks() {}

  /**
   * Mid-ranks: equal values share the mean of the ranks that they take up.
   *
   * @throws IllegalArgumentException if a value is NaN
   */
  public static double[] average(double[] values) {
    double[] sorted = sorted(values);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[i] + 0.0;
      ranks[i] = (countBelow(sorted, value) + countAtMost(sorted, value) + 1) / 2.0;
    }
    return ranks;
  }

  /**
   * Twice the mid-ranks, which are integers.
   *
   * @throws IllegalArgumentException if a value is NaN
   */
  public static long[] doubledAverage(double[] values) {
    double[] sorted = sorted(values);
    long[] ranks = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[i] + 0.0;
      ranks[i] = (long) countBelow(sorted, value) + countAtMost(sorted, value) + 1;
    }
    return ranks;
  }

  /**
   * Competition ranks: equal values share the smallest rank that they take up.
   *
   * @throws IllegalArgumentException if a value is NaN
   */
  public static int[] minimum(double[] values) {
    double[] sorted = sorted(values);
    int[] ranks = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      ranks[i] = countBelow(sorted, values[i] + 0.0) + 1;
    }
    return ranks;
  }

  /**
   * Dense ranks: the n-th smallest distinct value has rank n.
   *
   * @throws IllegalArgumentException if a value is NaN
   */
  public static int[] dense(double[] values) {
    double[] sorted = sorted(values);
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    int[] ranks = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      ranks[i] = Arrays.binarySearch(sorted, 0, distinct, values[i] + 0.0) + 1;
    }
    return ranks;
  }

  /**
   * The sum over groups of equal values of t³ − t, t the size of the group: the tie term of rank
   * tests. Zero when all values differ.
   *
   * @throws IllegalArgumentException if a value is NaN
   */
  public static double tieTerm(double[] values) {
    double[] sorted = sorted(values);
    double sum = 0;
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[start]) {
        double size = i - start;
        sum += size * size * size - size;
        start = i;
      }
    }
    return sum;
  }

  /** The values that are not NaN, ascending, every zero positive. */
  public static double[] sortedPresent(double[] values) {
    return sorted(Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
  }

  /**
   * A sorted copy in which every zero is positive.
   *
   * @throws IllegalArgumentException if a value is NaN
   */
  public static double[] sorted(double[] values) {
    double[] sorted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("NaN at index " + i + " has no rank");
      }
      sorted[i] = values[i] + 0.0;
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /** How many of the sorted values are less than {@code value}. */
  public static int countBelow(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many of the sorted values are at most {@code value}. */
  public static int countAtMost(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
