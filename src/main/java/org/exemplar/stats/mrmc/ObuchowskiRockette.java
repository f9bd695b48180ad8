package org.exemplar.stats.mrmc;

import java.util.List;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.Tails;

/**
 * The Obuchowski–Rockette analysis of one modality with Hillis' degrees of freedom, for complete
 * data, for comparison with programs that print it. The covariance of two readers is the unbiased
 * U-statistic one.
 *
 * @param readerMeanSquare the sample variance of the readers' AUCs
 * @param covariance of the AUCs of two readers who read the same cases; may be negative
 * @param variance of the mean AUC
 * @param statistic (AUC − ½) over the standard error
 * @param df Hillis' degrees of freedom
 * @param p two-sided
 */
public record ObuchowskiRockette(
    double readerMeanSquare,
    double covariance,
    double variance,
    double statistic,
    double df,
    double p) {

  static Outcome<ObuchowskiRockette> of(
      RatingTable table, double auc, Moments moments, List<ReaderAuc> readerAucs) {
    int readers = table.readers();
    if (readers < 2 || !table.complete()) {
      return Outcome.undefined("it needs two readers or more and complete data");
    }
    double n0 = table.negativeCases();
    double n1 = table.positiveCases();
    double[] m = moments.unbiased();
    double covariance =
        (m[4] + m[5] * (n0 - 1) + m[6] * (n1 - 1) + m[7] * (n0 - 1) * (n1 - 1)) / (n0 * n1) - m[7];
    double square = 0;
    for (ReaderAuc each : readerAucs) {
      double distance = each.auc().orElse(auc) - auc;
      square += distance * distance;
    }
    square /= readers - 1;
    double shared = Math.max(covariance, 0);
    double variance = square / readers + shared;
    if (!(square > MrmcAuc.NO_VARIANCE)) {
      return Outcome.undefined("the readers' AUCs do not differ");
    }
    double total = square + readers * shared;
    double df = (readers - 1) * total * total / (square * square);
    double statistic = (auc - 0.5) / Math.sqrt(variance);
    double p = Tails.tTwoSided(statistic, df);
    return Outcome.of(new ObuchowskiRockette(square, covariance, variance, statistic, df, p));
  }
}
