package org.exemplar.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** 95 % intervals of proportions, their difference and their ratio, none of which needs luck. */
public final class Proportions {
  private static final double Z = Tails.normalQuantile(0.975);
  private static final String NONE = "there are no trials";

  private Proportions() {}

  /**
   * Wilson's score interval (1927) of {@code successes} in {@code trials}; counts may be fractions.
   */
  public static Outcome<Interval> wilson(double successes, double trials) {
    requireCounts(successes, trials);
    if (trials == 0) {
      return Outcome.undefined(NONE);
    }
    double p = successes / trials;
    double shrink = 1 + Z * Z / trials;
    double middle = (p + Z * Z / (2 * trials)) / shrink;
    double reach = Z / shrink * Math.sqrt(p * (1 - p) / trials + Z * Z / (4 * trials * trials));
    double low = successes == 0 ? 0 : Math.max(0, middle - reach);
    double high = successes == trials ? 1 : Math.min(1, middle + reach);
    return Outcome.of(new Interval(low, high));
  }

  /**
   * Wilson's interval of a proportion over clusters (readers): the number of trials is reduced to
   * what the variance between clusters leaves of it (ratio estimator; Kish 1965). Never larger than
   * the plain one allows.
   *
   * @param successes by cluster
   * @param trials by cluster
   */
  public static Outcome<Interval> wilsonClustered(double[] successes, double[] trials) {
    double x = Arrays.stream(successes).sum();
    double n = Arrays.stream(trials).sum();
    long clusters = Arrays.stream(trials).filter(t -> t > 0).count();
    if (n == 0) {
      return Outcome.undefined(NONE);
    }
    double p = x / n;
    double squares = 0;
    for (int i = 0; i < trials.length; i++) {
      double rest = successes[i] - p * trials[i];
      squares += rest * rest;
    }
    if (clusters < 2 || !(squares > 0) || p == 0 || p == 1) {
      return wilson(x, n);
    }
    double variance = clusters / (clusters - 1.0) * squares / (n * n);
    double effective = Math.min(n, p * (1 - p) / variance);
    return wilson(p * effective, effective);
  }

  /**
   * Newcombe's interval (1998, method 10) of the difference of two proportions, first minus second.
   */
  public static Outcome<Interval> newcombeDifference(double x1, double n1, double x2, double n2) {
    requireCounts(x1, n1);
    requireCounts(x2, n2);
    if (n1 == 0 || n2 == 0) {
      return Outcome.undefined(NONE);
    }
    Interval first = wilson(x1, n1).value().orElseThrow();
    Interval second = wilson(x2, n2).value().orElseThrow();
    double p1 = x1 / n1;
    double p2 = x2 / n2;
    double down = Math.hypot(p1 - first.low(), second.high() - p2);
    double up = Math.hypot(first.high() - p1, p2 - second.low());
    return Outcome.of(new Interval(p1 - p2 - down, p1 - p2 + up));
  }

  /**
   * Koopman's asymptotic score interval (1984) of the ratio of two proportions, first over second.
   * The upper end is infinite where the second count is zero; undefined where both are.
   */
  public static Outcome<Interval> koopmanRatio(double x1, double n1, double x2, double n2) {
    requireCounts(x1, n1);
    requireCounts(x2, n2);
    if (n1 == 0 || n2 == 0) {
      return Outcome.undefined(NONE);
    }
    if (x1 == 0 && x2 == 0) {
      return Outcome.undefined("neither group has a success");
    }
    DoubleUnaryOperator excess = ratio -> score(ratio, x1, n1, x2, n2) - Z * Z;
    double estimate = x2 == 0 ? Double.POSITIVE_INFINITY : x1 / n1 / (x2 / n2);
    double low = x1 == 0 ? 0 : root(excess, estimate, 0.5);
    double high = x2 == 0 ? Double.POSITIVE_INFINITY : root(excess, estimate, 2);
    return Outcome.of(new Interval(low, high));
  }

  /** Koopman's chi-squared of a ratio. */
  private static double score(double ratio, double x1, double n1, double x2, double n2) {
    double b = ratio * (n1 + x2) + x1 + n2;
    double root = Math.sqrt(Math.max(0, b * b - 4 * ratio * (n1 + n2) * (x1 + x2)));
    double p1 = 2 * ratio * (x1 + x2) / (b + root);
    double p2 = p1 / ratio;
    double first = square(x1 - n1 * p1) / (n1 * p1 * (1 - p1));
    double second = square(x2 - n2 * p2) / (n2 * p2 * (1 - p2));
    return (p1 < 1 && p1 > 0 ? first : 0) + (p2 < 1 && p2 > 0 ? second : 0);
  }

  /** Where the score crosses zero, looking from the estimate in steps of {@code factor}. */
  private static double root(DoubleUnaryOperator excess, double estimate, double factor) {
    double inside = Double.isFinite(estimate) && estimate > 0 ? estimate : 1;
    if (!(excess.applyAsDouble(inside) <= 0)) {
      inside = startInside(excess, factor);
    }
    double outside = inside * factor;
    while (excess.applyAsDouble(outside) < 0) {
      inside = outside;
      outside *= factor;
    }
    for (int i = 0; i < 200; i++) {
      double middle = Math.sqrt(inside * outside);
      if (excess.applyAsDouble(middle) < 0) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return Math.sqrt(inside * outside);
  }

  /** A ratio inside the interval when the estimate is 0 or infinite. */
  private static double startInside(DoubleUnaryOperator excess, double factor) {
    double ratio = 1;
    while (excess.applyAsDouble(ratio) > 0) {
      ratio /= factor;
    }
    return ratio;
  }

  private static double square(double value) {
    return value * value;
  }

  private static void requireCounts(double successes, double trials) {
    if (!(successes >= 0 && successes <= trials)) {
      throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
    }
  }
}
