package org.exemplar.stats;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Tails of the non-central t distribution, by integrating the normal tail over the distribution of
 * the estimated standard deviation (Simpson's rule over its root, which smooths the origin;
 * absolute error below 10⁻¹⁰ for df of 1 and more).
 */
public final class NoncentralT {
  private static final int STEPS = 4000;

  private NoncentralT() {}

  /**
   * P(T &gt; q) for T with {@code df} degrees of freedom and non-centrality {@code lambda}.
   *
   * @param df at least 1, real
   */
  public static double upper(double q, double df, double lambda) {
    if (!(df >= 1)) {
      throw new IllegalArgumentException("degrees of freedom " + df);
    }
    double width = 12 / Math.sqrt(2 * df);
    double low = Math.sqrt(Math.max(0, 1 - width));
    double high = Math.sqrt(1 + width);
    double step = (high - low) / STEPS;
    double logScale = Math.log(2) + df / 2 * Math.log(df / 2) - LogGamma.value(df / 2);
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double root = low + i * step;
      double s = root * root;
      double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * 2 * root * density(s, df, logScale) * Tails.normalCumulative(lambda - q * s);
    }
    return Math.clamp(sum * step / 3, 0.0, 1.0);
  }

  /** The power of a two-sided t test at critical value {@code q}. */
  public static double power(double q, double df, double lambda) {
    return Math.min(1, upper(q, df, lambda) + upper(q, df, -lambda));
  }

  /** The density of the root of chi-squared over its degrees of freedom. */
  private static double density(double s, double df, double logScale) {
    if (s == 0) {
      return df == 1 ? Math.exp(logScale) : 0;
    }
    return Math.exp(logScale + (df - 1) * Math.log(s) - df * s * s / 2);
  }
}
