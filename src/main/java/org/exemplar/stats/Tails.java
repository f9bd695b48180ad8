package org.exemplar.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Tail probabilities and quantiles, accurate far into the tail because the upper tail is never
 * computed as one minus the lower. Degrees of freedom may be any positive real.
 */
public final class Tails {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Tails() {}

  /** P(|T| &gt; |t|) for Student's t. */
  public static double tTwoSided(double t, double df) {
    return Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
  }

  /** The t quantile: P(T ≤ q) = probability. */
  public static double tQuantile(double probability, double df) {
    return TDistribution.of(df).inverseCumulativeProbability(probability);
  }

  /** P(|Z| &gt; |z|) for the standard normal. */
  public static double normalTwoSided(double z) {
    return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
  }

  /** P(Z ≤ z) for the standard normal. */
  public static double normalCumulative(double z) {
    return NORMAL.cumulativeProbability(z);
  }

  /** The standard normal quantile. */
  public static double normalQuantile(double probability) {
    return NORMAL.inverseCumulativeProbability(probability);
  }

  /** P(X &gt; x) for chi-squared. */
  public static double chiSquaredUpper(double x, double df) {
    return x <= 0 ? 1 : ChiSquaredDistribution.of(df).survivalProbability(x);
  }

  /** P(F &gt; f) for Fisher's F. */
  public static double fUpper(double f, double numeratorDf, double denominatorDf) {
    return f <= 0 ? 1 : FDistribution.of(numeratorDf, denominatorDf).survivalProbability(f);
  }
}
