package org.exemplar.stats.mrmc;

import java.util.Arrays;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.Ranks;
import org.exemplar.stats.Tails;

/**
 * By how much pooling the ratings of several readers, as if they were independent, understates the
 * variance of a rank test.
 *
 * @param factor the ratio of variances; near 1 + (R − 1)·ρ for R readers who agree by ρ
 * @param realLevel about how often a pooled 5 % test is significant where there is no effect
 */
public record DesignEffect(double factor, double realLevel) {

  /**
   * The design effect of complete data: Z the sum over readers of a case's mid-ranks q among all
   * ratings, arm means removed from both, [Σ Z²/(C − 2)] / [R Σ q²/(R·C − 2)]. It does not see
   * readers who differ in the effect.
   */
  public static Outcome<DesignEffect> of(RatingTable table) {
    int readers = table.readers();
    int cases = table.cases();
    if (!table.complete() || readers == 0) {
      return Outcome.undefined("some ratings are missing");
    }
    if (cases < 3 || table.positiveCases() == 0 || table.negativeCases() == 0) {
      return Outcome.undefined("there are too few cases");
    }
    double[] ranks = ranks(table);
    double[] totals = new double[cases];
    for (int k = 0; k < ranks.length; k++) {
      totals[k % cases] += ranks[k];
    }
    double rankSquares = residualSquares(table, ranks);
    if (!(rankSquares > 0)) {
      return Outcome.undefined("the ratings do not vary within either arm");
    }
    double clustered = residualSquares(table, totals) / (cases - 2);
    double independent = readers * rankSquares / ((double) readers * cases - 2);
    double factor = clustered / independent;
    double level =
        factor > 0 ? Tails.normalTwoSided(Tails.normalQuantile(0.975) / Math.sqrt(factor)) : 0;
    return Outcome.of(new DesignEffect(factor, level));
  }

  private static double[] ranks(RatingTable table) {
    double[] all = new double[table.readers() * table.cases()];
    for (int r = 0; r < table.readers(); r++) {
      System.arraycopy(table.row(r), 0, all, r * table.cases(), table.cases());
    }
    return Ranks.average(all);
  }

  /** The sum of squared distances from the mean of the value's arm; index modulo cases. */
  private static double residualSquares(RatingTable table, double[] values) {
    double sum = 0;
    for (boolean arm : new boolean[] {false, true}) {
      double[] part = inArm(table, values, arm);
      double mean = Arrays.stream(part).average().orElse(0);
      sum += Arrays.stream(part).map(v -> (v - mean) * (v - mean)).sum();
    }
    return sum;
  }

  private static double[] inArm(RatingTable table, double[] values, boolean arm) {
    double[] part = new double[values.length];
    int n = 0;
    for (int k = 0; k < values.length; k++) {
      if (table.isPositive(k % table.cases()) == arm) {
        part[n++] = values[k];
      }
    }
    return Arrays.copyOf(part, n);
  }
}
