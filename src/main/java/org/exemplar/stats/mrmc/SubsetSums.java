package org.exemplar.stats.mrmc;

import java.util.Arrays;

/**
 * How many subsets of a given size have each sum, by counting instead of listing. Counts are
 * doubles: exact up to 2⁵³, accurate to rounding beyond.
 */
final class SubsetSums {
  /** The subset of nothing. */
  static final SubsetSums NOTHING = new SubsetSums(new long[] {0}, new double[] {1});

  private final long[] sums;
  private final double[] counts;

  private SubsetSums(long[] sums, double[] counts) {
    this.sums = sums;
    this.counts = counts;
  }

  /** How many different sums there are. */
  int size() {
    return sums.length;
  }

  /** The k-th smallest sum. */
  long sum(int k) {
    return sums[k];
  }

  /** How many subsets have the k-th smallest sum. */
  double count(int k) {
    return counts[k];
  }

  /** The subsets of {@code size} of the given non-negative weights. */
  static SubsetSums of(long[] weights, int size) {
    long total = Arrays.stream(weights).sum();
    if (2 * size > weights.length) {
      SubsetSums rest = of(weights, weights.length - size);
      int n = rest.sums.length;
      long[] sums = new long[n];
      double[] counts = new double[n];
      for (int k = 0; k < n; k++) {
        sums[k] = total - rest.sums[n - 1 - k];
        counts[k] = rest.counts[n - 1 - k];
      }
      return new SubsetSums(sums, counts);
    }
    long least = Arrays.stream(weights).min().orElse(0);
    long unit = Arrays.stream(weights).map(w -> w - least).reduce(0, SubsetSums::gcd);
    long step = Math.max(1, unit);
    int[] small =
        Arrays.stream(weights).mapToInt(w -> Math.toIntExact((w - least) / step)).toArray();
    Arrays.sort(small);
    double[] counts = count(small, size);
    return sparse(counts, step, least * size);
  }

  /** Counts by sum; weights ascending, so that early sums stay small. */
  private static double[] count(int[] weights, int size) {
    int n = weights.length;
    double[][] table = new double[size + 1][];
    int largest = 0;
    for (int k = 0; k <= size; k++) {
      table[k] = new double[largest + 1];
      largest += k < size ? weights[n - 1 - k] : 0;
    }
    table[0][0] = 1;
    int[] highest = new int[size + 1];
    for (int item = 0; item < n; item++) {
      int weight = weights[item];
      int from = Math.max(1, size - (n - 1 - item));
      for (int k = Math.min(item + 1, size); k >= from; k--) {
        double[] fewer = table[k - 1];
        double[] more = table[k];
        int last = highest[k - 1];
        for (int sum = 0; sum <= last; sum++) {
          more[sum + weight] += fewer[sum];
        }
        highest[k] = Math.max(highest[k], last + weight);
      }
    }
    return table[size];
  }

  private static SubsetSums sparse(double[] dense, long step, long offset) {
    int present = 0;
    for (double count : dense) {
      present += count > 0 ? 1 : 0;
    }
    long[] sums = new long[present];
    double[] counts = new double[present];
    int next = 0;
    for (int k = 0; k < dense.length; k++) {
      if (dense[k] > 0) {
        sums[next] = offset + k * step;
        counts[next++] = dense[k];
      }
    }
    return new SubsetSums(sums, counts);
  }

  /** The sums of one subset of these and one of the others. */
  SubsetSums plus(SubsetSums other) {
    long least = sums[0] + other.sums[0];
    long largest = sums[sums.length - 1] + other.sums[other.sums.length - 1];
    double[] dense = new double[Math.toIntExact(largest - least + 1)];
    for (int a = 0; a < sums.length; a++) {
      for (int b = 0; b < other.sums.length; b++) {
        dense[(int) (sums[a] + other.sums[b] - least)] += counts[a] * other.counts[b];
      }
    }
    return sparse(dense, 1, least);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
