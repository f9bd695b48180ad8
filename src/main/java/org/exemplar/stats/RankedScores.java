package org.exemplar.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Scores of positive and negative examples, ordered once, for the measures that depend on the order
 * alone. Equal scores count as ties. Same answers as scikit-learn; where that warns and answers 0,
 * the answer here is empty.
 */
public final class RankedScores {
  private final double[] positives;
  private final double[] negatives;

  private RankedScores(double[] positives, double[] negatives) {
    this.positives = positives;
    this.negatives = negatives;
  }

  /**
   * Orders the scores.
   *
   * @param positive for each score whether its example is positive
   * @throws IllegalArgumentException if lengths differ or a score is NaN
   */
  public static RankedScores of(double[] scores, boolean[] positive) {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(scores.length + " scores, " + positive.length + " truths");
    }
    int count = 0;
    for (boolean each : positive) {
      count += each ? 1 : 0;
    }
    double[] yes = new double[count];
    double[] no = new double[scores.length - count];
    int y = 0;
    int n = 0;
    for (int i = 0; i < scores.length; i++) {
      if (positive[i]) {
        yes[y++] = scores[i];
      } else {
        no[n++] = scores[i];
      }
    }
    return new RankedScores(Ranks.sorted(yes), Ranks.sorted(no));
  }

  /** As {@link #of(double[], boolean[])}, for single precision. */
  public static RankedScores of(float[] scores, boolean[] positive) {
    double[] wide = new double[scores.length];
    Arrays.setAll(wide, i -> scores[i]);
    return of(wide, positive);
  }

  /** How many examples are positive. */
  public int positives() {
    return positives.length;
  }

  /** How many examples are negative. */
  public int negatives() {
    return negatives.length;
  }

  /**
   * Average precision: the sum over distinct scores, from the highest, of precision times the step
   * in recall (no interpolation). Empty when no example is positive.
   */
  public OptionalDouble averagePrecision() {
    if (positives.length == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    int from = positives.length;
    while (from > 0) {
      double score = positives[from - 1];
      int to = from;
      while (from > 0 && positives[from - 1] == score) {
        from--;
      }
      double hits = positives.length - from;
      double alarms = negatives.length - Ranks.countBelow(negatives, score);
      sum += (to - from) / (double) positives.length * (hits / (hits + alarms));
    }
    return OptionalDouble.of(sum);
  }

  /**
   * Area under the ROC curve: the probability that a positive scores higher than a negative, ties
   * half. Empty when either kind is missing.
   */
  public OptionalDouble rocAuc() {
    if (positives.length == 0 || negatives.length == 0) {
      return OptionalDouble.empty();
    }
    long twice = 0;
    for (double score : positives) {
      twice += (long) Ranks.countBelow(negatives, score) + Ranks.countAtMost(negatives, score);
    }
    return OptionalDouble.of(twice / 2.0 / ((double) positives.length * negatives.length));
  }

  /** Counts of a decision "positive if above {@code threshold}". */
  public Decisions above(double threshold) {
    int hits = positives.length - Ranks.countAtMost(positives, threshold);
    int alarms = negatives.length - Ranks.countAtMost(negatives, threshold);
    return new Decisions(hits, alarms, positives.length - hits, negatives.length - alarms);
  }

  /** Decisions on probabilities at one half; exactly 0.5 is negative, as rounding half to even. */
  public Decisions atHalf() {
    return above(0.5);
  }

  /**
   * Counts of right and wrong decisions. Ratios without a denominator are 0, as in scikit-learn.
   */
  public record Decisions(
      int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

    /** The share of positive decisions that are right. */
    public double precision() {
      return ratio(truePositives, truePositives + falsePositives);
    }

    /** The share of positives that were found. */
    public double recall() {
      return ratio(truePositives, truePositives + falseNegatives);
    }

    /** The harmonic mean of precision and recall. */
    public double f1() {
      return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    private static double ratio(int part, int whole) {
      return whole == 0 ? 0 : part / (double) whole;
    }
  }
}
