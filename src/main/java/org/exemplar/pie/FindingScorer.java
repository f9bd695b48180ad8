package org.exemplar.pie;

import java.util.Arrays;

/**
 * Scores one finding's probabilities from one radix sort: AP, ROC AUC and F1 as scikit-learn
 * defines them, several times faster than sorting doubles. Holds work space; one per thread.
 */
final class FindingScorer {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;
  private static final int MASK = BUCKETS - 1;

  private long[] keys;
  private long[] spare;
  private final int[] starts = new int[BUCKETS];

  FindingScorer(int images) {
    keys = new long[images];
    spare = new long[images];
  }

  /**
   * @param table images × findings, row-major; no NaN
   * @param findings number of columns
   * @param finding the column to score
   * @param positive one entry per image
   */
  FindingScore score(float[] table, int findings, int finding, boolean[] positive) {
    int n = positive.length;
    int positives = 0;
    int hits = 0;
    int alarms = 0;
    for (int i = 0; i < n; i++) {
      float p = table[i * findings + finding];
      boolean truth = positive[i];
      keys[i] = (ascending(p) << 1) | (truth ? 1 : 0);
      positives += truth ? 1 : 0;
      if (p > 0.5f) {
        hits += truth ? 1 : 0;
        alarms += truth ? 0 : 1;
      }
    }
    sort(n);
    double f1Whole = hits + alarms + positives;
    double f1 = f1Whole == 0 ? 0 : 2.0 * hits / f1Whole;
    return sweep(n, positives, f1);
  }

  /** From the highest score down, one step for each distinct score. */
  private FindingScore sweep(int n, int positives, double f1) {
    double ap = 0;
    long twiceWins = 0;
    long hits = 0;
    long alarms = 0;
    int i = n - 1;
    while (i >= 0) {
      long score = keys[i] >>> 1;
      int groupHits = 0;
      int group = 0;
      for (; i >= 0 && keys[i] >>> 1 == score; i--) {
        groupHits += (int) (keys[i] & 1);
        group++;
      }
      int groupAlarms = group - groupHits;
      twiceWins += groupAlarms * (2 * hits + groupHits);
      hits += groupHits;
      alarms += groupAlarms;
      if (groupHits > 0) {
        ap += groupHits / (double) positives * ((double) hits / (hits + alarms));
      }
    }
    double pairs = (double) positives * (n - positives);
    return new FindingScore(
        positives == 0 ? Double.NaN : ap, pairs == 0 ? Double.NaN : twiceWins / 2.0 / pairs, f1);
  }

  /** An unsigned 32-bit key that orders as the float; −0 equals 0. */
  private static long ascending(float value) {
    int bits = Float.floatToRawIntBits(value + 0.0f);
    return (bits ^ ((bits >> 31) | 0x80000000)) & 0xFFFFFFFFL;
  }

  /** Three counting passes over the 33 bits of the keys. */
  private void sort(int n) {
    for (int shift = 0; shift < 3 * BITS; shift += BITS) {
      Arrays.fill(starts, 0);
      for (int i = 0; i < n; i++) {
        starts[(int) (keys[i] >>> shift) & MASK]++;
      }
      int sum = 0;
      for (int b = 0; b < BUCKETS; b++) {
        int count = starts[b];
        starts[b] = sum;
        sum += count;
      }
      for (int i = 0; i < n; i++) {
        spare[starts[(int) (keys[i] >>> shift) & MASK]++] = keys[i];
      }
      long[] swap = keys;
      keys = spare;
      spare = swap;
    }
  }
}
