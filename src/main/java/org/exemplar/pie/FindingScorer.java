package org.exemplar.pie;

import java.util.Arrays;

/**
 * Scores one finding's probabilities: AP, ROC AUC and F1 as scikit-learn defines them. Images with
 * and without the finding are radix-sorted apart, so that a key is the score alone; then one walk
 * down both. Holds work space; one per thread.
 */
final class FindingScorer {
  private static final int BITS = 11;
  private static final int BUCKETS = 1 << BITS;
  private static final int MASK = BUCKETS - 1;
  private static final int PASSES = 3;

  private final int[] positives;
  private final int[] negatives;
  private final int[] spare;
  private final int[][] starts = new int[PASSES][BUCKETS];

  FindingScorer(int images) {
    positives = new int[images];
    negatives = new int[images];
    spare = new int[images];
  }

  /**
   * @param table images × findings, row-major; no NaN
   * @param findings number of columns
   * @param finding the column to score
   * @param positive one entry per image
   */
  FindingScore score(float[] table, int findings, int finding, boolean[] positive) {
    int trues = 0;
    int falses = 0;
    int hits = 0;
    int alarms = 0;
    for (int i = 0; i < positive.length; i++) {
      float p = table[i * findings + finding];
      if (positive[i]) {
        positives[trues++] = ascending(p);
        hits += p > 0.5f ? 1 : 0;
      } else {
        negatives[falses++] = ascending(p);
        alarms += p > 0.5f ? 1 : 0;
      }
    }
    sort(positives, trues);
    sort(negatives, falses);
    double f1Whole = hits + alarms + trues;
    double f1 = f1Whole == 0 ? 0 : 2.0 * hits / f1Whole;
    return sweep(trues, falses, f1);
  }

  /** From the highest score down, one step for each distinct score of a positive. */
  private FindingScore sweep(int trues, int falses, double f1) {
    double ap = 0;
    long twiceWins = 0;
    long hits = 0;
    int below = falses;
    int i = trues - 1;
    while (i >= 0) {
      int score = positives[i];
      int above = below;
      while (below > 0 && negatives[below - 1] > score) {
        below--;
      }
      twiceWins += 2 * hits * (above - below);
      int groupHits = 0;
      for (; i >= 0 && positives[i] == score; i--) {
        groupHits++;
      }
      int tied = below;
      while (below > 0 && negatives[below - 1] == score) {
        below--;
      }
      twiceWins += (2 * hits + groupHits) * (tied - below);
      hits += groupHits;
      ap += groupHits / (double) trues * ((double) hits / (hits + falses - below));
    }
    twiceWins += 2 * hits * below;
    double pairs = (double) trues * falses;
    return new FindingScore(
        trues == 0 ? Double.NaN : ap, pairs == 0 ? Double.NaN : twiceWins / 2.0 / pairs, f1);
  }

  /** A key that orders as the float; −0 equals 0. */
  private static int ascending(float value) {
    int bits = Float.floatToRawIntBits(value + 0.0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }

  /** Three counting passes; all digits are counted in one reading. */
  private void sort(int[] keys, int n) {
    for (int[] counts : starts) {
      Arrays.fill(counts, 0);
    }
    for (int i = 0; i < n; i++) {
      int key = keys[i] ^ Integer.MIN_VALUE;
      starts[0][key & MASK]++;
      starts[1][(key >>> BITS) & MASK]++;
      starts[2][key >>> (2 * BITS)]++;
    }
    int[] from = keys;
    int[] to = spare;
    for (int pass = 0; pass < PASSES; pass++) {
      scatter(from, to, n, pass);
      int[] swap = from;
      from = to;
      to = swap;
    }
    System.arraycopy(from, 0, keys, 0, n);
  }

  private void scatter(int[] from, int[] to, int n, int pass) {
    int[] next = starts[pass];
    int sum = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      int count = next[bucket];
      next[bucket] = sum;
      sum += count;
    }
    int shift = pass * BITS;
    for (int i = 0; i < n; i++) {
      int key = from[i];
      to[next[((key ^ Integer.MIN_VALUE) >>> shift) & MASK]++] = key;
    }
  }
}
