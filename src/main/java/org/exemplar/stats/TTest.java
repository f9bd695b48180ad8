package org.exemplar.stats;

/**
 * A two-sided t test.
 *
 * @param statistic finite
 * @param df degrees of freedom, real
 * @param p two-sided
 */
public record TTest(double statistic, double df, double p) {

  /**
   * Welch's test of two means, variances not assumed equal; the statistic is positive where {@code
   * a} is larger. Undefined for fewer than two values on a side or where neither side varies.
   */
  public static Outcome<TTest> welch(double[] a, double[] b) {
    if (a.length < 2 || b.length < 2) {
      return Outcome.undefined("a group has fewer than two values");
    }
    Sample first = Sample.of(a);
    Sample second = Sample.of(b);
    double va = first.variance() / first.n();
    double vb = second.variance() / second.n();
    if (!(va + vb > 0)) {
      return Outcome.undefined("the values do not vary within either group");
    }
    double statistic = (first.mean() - second.mean()) / Math.sqrt(va + vb);
    double df = (va + vb) * (va + vb) / (va * va / (first.n() - 1) + vb * vb / (second.n() - 1));
    return Outcome.of(new TTest(statistic, df, Tails.tTwoSided(statistic, df)));
  }

  /**
   * Student's test that the mean of {@code differences} is zero. Undefined for fewer than two
   * values or where they are all equal.
   */
  public static Outcome<TTest> oneSample(double[] differences) {
    Sample sample = Sample.of(differences);
    if (sample.n() < 2) {
      return Outcome.undefined("there are fewer than two differences");
    }
    if (!(sample.variance() > 0)) {
      return Outcome.undefined("the differences do not vary");
    }
    double statistic = sample.mean() / Math.sqrt(sample.variance() / sample.n());
    double df = sample.n() - 1;
    return Outcome.of(new TTest(statistic, df, Tails.tTwoSided(statistic, df)));
  }

  /** Student's paired test of {@code a} minus {@code b}. */
  public static Outcome<TTest> paired(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " values against " + b.length);
    }
    double[] differences = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      differences[i] = a[i] - b[i];
    }
    return oneSample(differences);
  }
}
