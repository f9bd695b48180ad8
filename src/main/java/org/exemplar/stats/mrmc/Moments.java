package org.exemplar.stats.mrmc;

/**
 * Second moments M1 to M8 of the success score, index 0 holding M1 (Gallas 2006; Gallas et al.
 * 2009): same reader and same pair of cases; same reader and positive case; same reader and
 * negative case; same reader; and M5 to M8 the same with two different readers.
 */
public final class Moments {
  private final double[] unbiased;
  private final double[] biased;
  private final double[] coefficients;

  private Moments(double[] unbiased, double[] biased, double[] coefficients) {
    this.unbiased = unbiased;
    this.biased = biased;
    this.coefficients = coefficients;
  }

  /** U-statistics: indices not shared are truly different; 0 where the design has no such pair. */
  public double[] unbiased() {
    return unbiased.clone();
  }

  /** V-statistics: indices not shared may coincide. */
  public double[] biased() {
    return biased.clone();
  }

  /** The weight of each moment in the variance of the AUC, the last reduced by 1. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  static Moments of(double[] success, double[] design) {
    int n = success.length;
    double[] unbiasedSuccess = distinct(success);
    double[] unbiasedDesign = distinct(design);
    double[] unbiased = new double[n];
    double[] biased = new double[n];
    double[] coefficients = new double[n];
    for (int k = 0; k < n; k++) {
      unbiased[k] = unbiasedDesign[k] == 0 ? 0 : unbiasedSuccess[k] / unbiasedDesign[k];
      biased[k] = design[k] == 0 ? 0 : success[k] / design[k];
      coefficients[k] = unbiasedDesign[k] / design[n - 1];
    }
    coefficients[n - 1] -= 1;
    return new Moments(unbiased, biased, coefficients);
  }

  /** Turns sums in which indices not shared may coincide into sums in which they differ. */
  private static double[] distinct(double[] b) {
    double[] u = new double[b.length];
    u[0] = b[0];
    u[1] = b[1] - b[0];
    u[2] = b[2] - b[0];
    u[3] = b[3] - b[2] - b[1] + b[0];
    if (b.length == 8) {
      u[4] = b[4] - b[0];
      u[5] = b[5] - b[4] - b[1] + b[0];
      u[6] = b[6] - b[4] - b[2] + b[0];
      u[7] = b[7] - b[6] - b[5] + b[4] - b[3] + b[2] + b[1] - b[0];
    }
    return u;
  }

  /** The unbiased variance of the AUC; may be negative. */
  public double unbiasedVariance() {
    return dot(coefficients, unbiased);
  }

  /** The biased variance of the AUC, that of the ideal bootstrap when data are complete. */
  public double biasedVariance() {
    return dot(coefficients, biased);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
