package org.exemplar.stats.mrmc;

import org.exemplar.stats.NoncentralT;
import org.exemplar.stats.Tails;

/**
 * What a fully crossed study may expect: the power of the MRMC t test and the half-width of its
 * interval, from the seven variance components of a pilot (negative ones count as zero) and an AUC
 * taken to be true. The degrees of freedom are those of the analysis.
 *
 * @param design readers and cases planned
 * @param variance expected of the AUC
 * @param df degrees of freedom
 * @param power the chance that the two-sided test is significant
 * @param halfWidth expected of the interval
 */
public record PowerPlan(Design design, double variance, double df, double power, double halfWidth) {

  /**
   * A fully crossed design.
   *
   * @param readers at least 2
   * @param positives positive cases, at least 2
   * @param negatives negative cases, at least 2
   */
  public record Design(int readers, int positives, int negatives) {
    /** Refuses designs that leave nothing to estimate a variance from. */
    public Design {
      if (readers < 2 || positives < 2 || negatives < 2) {
        throw new IllegalArgumentException(
            readers
                + " readers, "
                + positives
                + " and "
                + negatives
                + " cases; each must be 2 or more");
      }
    }
  }

  /**
   * Plans one design.
   *
   * @param auc taken to be true, from 0 to 1
   * @param components from a pilot
   * @param alpha the two-sided level, between 0 and 1
   */
  public static PowerPlan of(
      Design design, double auc, VarianceComponents components, double alpha) {
    if (!(auc >= 0 && auc <= 1) || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("AUC " + auc + ", level " + alpha);
    }
    Parts parts = Parts.of(design, components.withoutNegatives());
    double df = parts.df(design);
    double q = Tails.tQuantile(1 - alpha / 2, df);
    double se = Math.sqrt(parts.variance);
    double distance = Math.abs(auc - 0.5);
    double power = se > 0 ? NoncentralT.power(q, df, distance / se) : distance > 0 ? 1 : alpha;
    return new PowerPlan(design, parts.variance, df, power, q * se);
  }

  /** The variance and how much of it rests on each of the three samples. */
  private record Parts(double variance, double negative, double positive, double reader) {

    static Parts of(Design design, VarianceComponents c) {
      double n0 = design.negatives();
      double n1 = design.positives();
      double r = design.readers();
      double variance =
          c.negativeCase() / n0
              + c.positiveCase() / n1
              + c.casePair() / (n0 * n1)
              + c.reader() / r
              + c.readerByNegative() / (r * n0)
              + c.readerByPositive() / (r * n1)
              + c.readerByPair() / (r * n0 * n1);
      double pairs = c.casePair();
      double triple = c.readerByPair() / r;
      double negative =
          (c.negativeCase() + pairs / n1 + c.readerByNegative() / r + triple / n1) / n0;
      double positive =
          (c.positiveCase() + pairs / n0 + c.readerByPositive() / r + triple / n0) / n1;
      double reader =
          (c.reader()
                  + c.readerByNegative() / n0
                  + c.readerByPositive() / n1
                  + c.readerByPair() / (n0 * n1))
              / r;
      return new Parts(variance, negative, positive, reader);
    }

    double df(Design design) {
      double negativeDf = design.negatives() - 1;
      double positiveDf = design.positives() - 1;
      double readerDf = design.readers() - 1;
      double denominator =
          negative * negative / negativeDf
              + positive * positive / positiveDf
              + reader * reader / readerDf;
      double least = Math.min(Math.min(negativeDf, positiveDf), readerDf);
      return denominator > 0 ? Math.max(variance * variance / denominator, least) : least;
    }
  }
}
