package org.exemplar.stats.agreement;

import org.exemplar.stats.Outcome;
import org.exemplar.stats.Ranks;
import org.exemplar.stats.Tails;

/**
 * Kendall's coefficient of concordance, corrected for ties, over the cases that every reader rated,
 * with Friedman's test that follows from it.
 *
 * @param w from 0 to 1
 * @param chiSquared k(n − 1)W for k readers and n cases
 * @param p from chi-squared with n − 1 degrees of freedom
 */
public record KendallW(double w, double chiSquared, double p) {

  /** Undefined with fewer than two readers or complete cases, or where every reader's are tied. */
  public static Outcome<KendallW> of(RatingMatrix ratings) {
    RatingMatrix complete = ratings.complete();
    int k = complete.readers();
    int cases = complete.cases();
    if (k < 2 || cases < 2) {
      return Outcome.undefined("fewer than two readers rated two cases in common");
    }
    double n = cases;
    double[] sums = new double[cases];
    double ties = 0;
    for (int r = 0; r < k; r++) {
      double[] row = new double[cases];
      for (int c = 0; c < cases; c++) {
        row[c] = complete.rating(r, c);
      }
      double[] ranks = Ranks.average(row);
      for (int c = 0; c < cases; c++) {
        sums[c] += ranks[c];
      }
      ties += Ranks.tieTerm(row);
    }
    double squares = 0;
    for (double sum : sums) {
      squares += (sum - k * (n + 1) / 2) * (sum - k * (n + 1) / 2);
    }
    double denominator = k * (double) k * (n * n * n - n) - k * ties;
    if (!(denominator > 0)) {
      return Outcome.undefined("every reader gave all cases the same rating");
    }
    double w = 12 * squares / denominator;
    double chiSquared = k * (n - 1) * w;
    return Outcome.of(new KendallW(w, chiSquared, Tails.chiSquaredUpper(chiSquared, n - 1)));
  }
}
