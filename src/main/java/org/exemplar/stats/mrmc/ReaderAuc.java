package org.exemplar.stats.mrmc;

import java.util.OptionalDouble;
import org.exemplar.stats.Outcome;

/**
 * The AUC of one reader.
 *
 * @param auc empty where the reader scored no positive or no negative case
 * @param positives how many positive cases the reader scored
 * @param negatives how many negative cases the reader scored
 * @param variance unbiased, over cases alone; may be negative; empty without an AUC
 * @param inference about this reader only, over cases; undefined without variance
 */
public record ReaderAuc(
    OptionalDouble auc,
    int positives,
    int negatives,
    OptionalDouble variance,
    Outcome<Inference> inference) {

  static ReaderAuc of(double[] success, double[] design, int positives, int negatives) {
    if (positives == 0 || negatives == 0) {
      OptionalDouble none = OptionalDouble.empty();
      String because = "the reader did not rate cases of both kinds";
      return new ReaderAuc(none, positives, negatives, none, Outcome.undefined(because));
    }
    double auc = Math.sqrt(success[3]) / ((double) positives * negatives);
    Moments moments = Moments.of(success, design);
    double unbiased = moments.unbiasedVariance();
    double biased = moments.biasedVariance();
    double variance = unbiased > MrmcAuc.NO_VARIANCE ? unbiased : biased;
    return new ReaderAuc(
        OptionalDouble.of(auc),
        positives,
        negatives,
        OptionalDouble.of(unbiased),
        infer(auc, variance, moments, positives, negatives));
  }

  private static Outcome<Inference> infer(
      double auc, double variance, Moments moments, int positives, int negatives) {
    if (positives < 2 || negatives < 2) {
      return Outcome.undefined("one case of a kind says nothing about how such cases vary");
    }
    if (!(variance > MrmcAuc.NO_VARIANCE)) {
      return Outcome.undefined("the reader's ratings leave no variance to judge the AUC by");
    }
    double[] v = moments.biased();
    double byNegatives = (v[2] - v[3]) * (v[2] - v[3]) / cube(negatives - 1);
    double byPositives = (v[1] - v[3]) * (v[1] - v[3]) / cube(positives - 1);
    double least = Math.min(positives, negatives) - 1;
    double denominator = byNegatives + byPositives;
    double df = denominator > 0 ? Math.max(variance * variance / denominator, least) : least;
    return Outcome.of(Inference.t(auc, variance, df));
  }

  private static double cube(double value) {
    return value * value * value;
  }
}
