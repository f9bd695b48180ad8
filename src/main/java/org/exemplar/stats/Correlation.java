package org.exemplar.stats;

import java.util.Arrays;

/**
 * Correlation of two samples with its two-sided p-value for "none". Samples of unequal length are a
 * caller's fault; fewer than two pairs, NaN or a constant sample make the outcome undefined.
 *
 * @param coefficient between −1 and 1
 * @param p two-sided; exact 0 only by underflow or for a perfect correlation
 */
public record Correlation(double coefficient, double p) {
  private static final int LARGEST_EXACT = 33;
  private static final String CONSTANT =
      "one of the two samples is constant or has a missing value";

  /** Pearson's product-moment correlation; p from t with n − 2 degrees of freedom, 1 if n is 2. */
  public static Outcome<Correlation> pearson(double[] x, double[] y) {
    requireEqualLength(x, y);
    double scaleX = largestDeviation(x);
    double scaleY = largestDeviation(y);
    if (x.length < 2 || !(scaleX > 0) || !(scaleY > 0)) {
      return Outcome.undefined(CONSTANT);
    }
    double meanX = Sample.mean(x);
    double meanY = Sample.mean(y);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = (x[i] - meanX) / scaleX;
      double dy = (y[i] - meanY) / scaleY;
      xy += dx * dy;
      xx += dx * dx;
      yy += dy * dy;
    }
    double r = Math.clamp(xy / Math.sqrt(xx * yy), -1.0, 1.0);
    return Outcome.of(new Correlation(r, probability(r, x.length)));
  }

  /** Spearman's rank correlation; p from t with n − 2 degrees of freedom, 1 if n is 2. */
  public static Outcome<Correlation> spearman(double[] x, double[] y) {
    requireEqualLength(x, y);
    double r = Spearman.correlation(x, y);
    return Double.isNaN(r)
        ? Outcome.undefined(CONSTANT)
        : Outcome.of(new Correlation(r, probability(r, x.length)));
  }

  /**
   * Kendall's τ-b, corrected for ties. The p-value is exact without ties for up to 33 pairs, else
   * the normal approximation with the variance under ties (Kendall 1970, as SciPy's {@code
   * method="auto"}).
   */
  public static Outcome<Correlation> kendallTauB(double[] x, double[] y) {
    requireEqualLength(x, y);
    for (int i = 0; i < x.length; i++) {
      if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
        return Outcome.undefined(CONSTANT);
      }
    }
    long score = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        score += (long) sign(x[i], x[j]) * sign(y[i], y[j]);
      }
    }
    double n = x.length;
    double pairs = n * (n - 1) / 2;
    TieSums tiesX = TieSums.of(x);
    TieSums tiesY = TieSums.of(y);
    double untied = (pairs - tiesX.pairs) * (pairs - tiesY.pairs);
    if (!(untied > 0)) {
      return Outcome.undefined(CONSTANT);
    }
    double variance =
        (n * (n - 1) * (2 * n + 5) - tiesX.weighted - tiesY.weighted) / 18
            + 2 * tiesX.pairs * tiesY.pairs / (n * (n - 1))
            + (n > 2 ? tiesX.triples * tiesY.triples / (9 * n * (n - 1) * (n - 2)) : 0);
    boolean exact = tiesX.pairs == 0 && tiesY.pairs == 0 && x.length <= LARGEST_EXACT;
    double p =
        exact
            ? exactKendall(x.length, Math.round((pairs - Math.abs(score)) / 2))
            : Tails.normalTwoSided(score / Math.sqrt(variance));
    double tau = Math.clamp(score / Math.sqrt(untied), -1.0, 1.0);
    return Outcome.of(new Correlation(tau, p));
  }

  /** Twice the share of all orders of n values with at most so many inversions; at most 1. */
  private static double exactKendall(int n, long inversions) {
    int c = Math.toIntExact(inversions);
    double[] share = new double[c + 1];
    share[0] = 1;
    for (int size = 2; size <= n; size++) {
      double[] next = new double[c + 1];
      double window = 0;
      for (int k = 0; k <= c; k++) {
        window += share[k] - (k >= size ? share[k - size] : 0);
        next[k] = window / size;
      }
      share = next;
    }
    return Math.min(1, 2 * Arrays.stream(share).sum());
  }

  private static double probability(double r, int n) {
    if (n == 2) {
      return 1;
    }
    if (Math.abs(r) == 1) {
      return 0;
    }
    return Tails.tTwoSided(r * Math.sqrt((n - 2) / ((1 - r) * (1 + r))), n - 2);
  }

  private static int sign(double a, double b) {
    return a > b ? 1 : a < b ? -1 : 0;
  }

  /** The largest distance from the mean, so that squares neither overflow nor vanish. */
  private static double largestDeviation(double[] x) {
    double mean = Sample.mean(x);
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value - mean));
    }
    return constant(x) ? 0 : largest;
  }

  private static boolean constant(double[] x) {
    for (double value : x) {
      if (value != x[0]) {
        return false;
      }
    }
    return true;
  }

  private static void requireEqualLength(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " values against " + y.length);
    }
  }

  /** Sums over groups of t equal values: t(t−1)/2, t(t−1)(t−2) and t(t−1)(2t+5). */
  private record TieSums(double pairs, double triples, double weighted) {
    static TieSums of(double[] values) {
      double[] sorted = Ranks.sorted(values);
      double pairs = 0;
      double triples = 0;
      double weighted = 0;
      int start = 0;
      for (int i = 1; i <= sorted.length; i++) {
        if (i == sorted.length || sorted[i] != sorted[start]) {
          double t = i - start;
          pairs += t * (t - 1) / 2;
          triples += t * (t - 1) * (t - 2);
          weighted += t * (t - 1) * (2 * t + 5);
          start = i;
        }
      }
      return new TieSums(pairs, triples, weighted);
    }
  }
}
