package org.exemplar.stats.mrmc;

import org.exemplar.stats.Interval;
import org.exemplar.stats.Tails;

/**
 * A two-sided test of an AUC against one half and its 95 % interval, which is not clipped to 0 and
 * 1.
 *
 * @param variance of the AUC, positive
 * @param df degrees of freedom, real; infinite where the normal distribution was used
 * @param statistic (AUC − ½) over the standard error
 * @param p two-sided
 * @param interval of 95 %
 */
public record Inference(double variance, double df, double statistic, double p, Interval interval) {

  /** With Student's t of real-valued degrees of freedom. */
  static Inference t(double auc, double variance, double df) {
    double se = Math.sqrt(variance);
    double statistic = (auc - 0.5) / se;
    double reach = Tails.tQuantile(0.975, df) * se;
    Interval interval = new Interval(auc - reach, auc + reach);
    return new Inference(variance, df, statistic, Tails.tTwoSided(statistic, df), interval);
  }

  /** With the standard normal. */
  static Inference normal(double auc, double variance) {
    double se = Math.sqrt(variance);
    double statistic = (auc - 0.5) / se;
    double reach = Tails.normalQuantile(0.975) * se;
    Interval interval = new Interval(auc - reach, auc + reach);
    double p = Tails.normalTwoSided(statistic);
    return new Inference(variance, Double.POSITIVE_INFINITY, statistic, p, interval);
  }

  /**
   * The same as FDA's iMRMC prints it: degrees of freedom cut to an integer of at least 2, the
   * normal distribution from 50 on.
   */
  public Inference asImrmc(double auc) {
    double whole = Math.max(2, Math.floor(df));
    return whole >= 50 ? normal(auc, variance) : t(auc, variance, whole);
  }

  /** The standard error, the root of the variance. */
  public double standardError() {
    return Math.sqrt(variance);
  }
}
