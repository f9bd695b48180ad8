package org.exemplar.stats.mrmc;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Scores of readers (rows) for cases (columns), each case positive or negative; a higher score
 * means "more like a positive". A missing score is NaN. Immutable.
 */
public final class RatingTable {
  private final boolean[] positive;
  private final double[][] scores;
  private final int[] positives;
  private final int[] negatives;

  /**
   * @param positive for each case whether it is positive
   * @param scores one row per reader, as long as {@code positive}; NaN where missing
   */
  public RatingTable(boolean[] positive, double[][] scores) {
    this.positive = positive.clone();
    this.scores = new double[scores.length][];
    for (int r = 0; r < scores.length; r++) {
      if (scores[r].length != positive.length) {
        throw new IllegalArgumentException(
            "reader "
                + r
                + " has "
                + scores[r].length
                + " scores for "
                + positive.length
                + " cases");
      }
      this.scores[r] = Arrays.stream(scores[r]).map(RatingTable::finiteOrMissing).toArray();
    }
    this.positives = IntStream.range(0, positive.length).filter(c -> positive[c]).toArray();
    this.negatives = IntStream.range(0, positive.length).filter(c -> !positive[c]).toArray();
  }

  private static double finiteOrMissing(double score) {
    if (Double.isInfinite(score)) {
      throw new IllegalArgumentException("an infinite score");
    }
    return score + 0.0;
  }

  /** How many readers there are. */
  public int readers() {
    return scores.length;
  }

  /** How many cases there are. */
  public int cases() {
    return positive.length;
  }

  /** How many cases are positive. */
  public int positiveCases() {
    return positives.length;
  }

  /** How many cases are negative. */
  public int negativeCases() {
    return negatives.length;
  }

  /** Whether the case is positive. */
  public boolean isPositive(int caseIndex) {
    return positive[caseIndex];
  }

  /** The score, NaN where missing. */
  public double score(int reader, int caseIndex) {
    return scores[reader][caseIndex];
  }

  /** Whether the reader scored the case. */
  public boolean has(int reader, int caseIndex) {
    return !Double.isNaN(scores[reader][caseIndex]);
  }

  /** Whether every reader scored every case. */
  public boolean complete() {
    for (double[] row : scores) {
      for (double score : row) {
        if (Double.isNaN(score)) {
          return false;
        }
      }
    }
    return true;
  }

  /** How many scores there are. */
  public int ratings() {
    int count = 0;
    for (double[] row : scores) {
      for (double score : row) {
        count += Double.isNaN(score) ? 0 : 1;
      }
    }
    return count;
  }

  /** The table of one reader alone. */
  public RatingTable reader(int reader) {
    return new RatingTable(positive, new double[][] {scores[reader]});
  }

  /** The same readers on the cases that all of them scored. */
  public RatingTable completeCases() {
    int[] kept =
        IntStream.range(0, cases())
            .filter(c -> Arrays.stream(scores).noneMatch(row -> Double.isNaN(row[c])))
            .toArray();
    boolean[] arms = new boolean[kept.length];
    double[][] rows = new double[scores.length][kept.length];
    for (int k = 0; k < kept.length; k++) {
      arms[k] = positive[kept[k]];
      for (int r = 0; r < scores.length; r++) {
        rows[r][k] = scores[r][kept[k]];
      }
    }
    return new RatingTable(arms, rows);
  }

  /** All scores of positive cases, or of negative ones, reader by reader, without missing ones. */
  public double[] pooled(boolean ofPositives) {
    int[] columns = ofPositives ? positives : negatives;
    return Arrays.stream(scores)
        .flatMapToDouble(row -> Arrays.stream(columns).mapToDouble(c -> row[c]))
        .filter(score -> !Double.isNaN(score))
        .toArray();
  }

  /**
   * The mean score over readers of each positive case, or of each negative one; cases that nobody
   * scored are left out.
   */
  public double[] caseMeans(boolean ofPositives) {
    int[] columns = ofPositives ? positives : negatives;
    return Arrays.stream(columns)
        .mapToDouble(this::caseMean)
        .filter(mean -> !Double.isNaN(mean))
        .toArray();
  }

  private double caseMean(int caseIndex) {
    double sum = 0;
    int count = 0;
    for (double[] row : scores) {
      if (!Double.isNaN(row[caseIndex])) {
        sum += row[caseIndex];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Indices of positive cases, ascending; not to be changed. */
  int[] positiveIndices() {
    return positives;
  }

  /** Indices of negative cases, ascending; not to be changed. */
  int[] negativeIndices() {
    return negatives;
  }

  /** The scores of one reader; not to be changed. */
  double[] row(int reader) {
    return scores[reader];
  }
}
