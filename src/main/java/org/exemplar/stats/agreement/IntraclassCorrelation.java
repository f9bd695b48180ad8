package org.exemplar.stats.agreement;

import org.exemplar.stats.Outcome;

/**
 * Intraclass correlations of complete data (Shrout and Fleiss 1979): one-way (1), two-way random
 * (2), two-way mixed (3), of a single reader and of the mean of all (k). Cases that not every
 * reader rated are left out.
 *
 * @param icc1 ICC(1,1)
 * @param icc2 ICC(2,1)
 * @param icc3 ICC(3,1)
 * @param icc1k ICC(1,k)
 * @param icc2k ICC(2,k)
 * @param icc3k ICC(3,k)
 * @param cases how many cases were complete
 */
public record IntraclassCorrelation(
    Outcome<Double> icc1,
    Outcome<Double> icc2,
    Outcome<Double> icc3,
    Outcome<Double> icc1k,
    Outcome<Double> icc2k,
    Outcome<Double> icc3k,
    int cases) {

  /** All six; undefined with fewer than two readers or complete cases, or where nothing varies. */
  public static IntraclassCorrelation of(RatingMatrix ratings) {
    RatingMatrix complete = ratings.complete();
    double n = complete.cases();
    double k = complete.readers();
    if (n < 2 || k < 2) {
      return none("fewer than two readers rated two cases in common", complete.cases());
    }
    if (complete.categories().length < 2) {
      return none("all ratings are equal", complete.cases());
    }
    Squares s = Squares.of(complete);
    double between = s.cases / (n - 1);
    double readers = s.readers / (k - 1);
    double within = (s.readers + s.residual) / (n * (k - 1));
    double residual = s.residual / ((n - 1) * (k - 1));
    double bias = (readers - residual) / n;
    return new IntraclassCorrelation(
        ratio(between - within, between + (k - 1) * within),
        ratio(between - residual, between + (k - 1) * residual + k * bias),
        ratio(between - residual, between + (k - 1) * residual),
        ratio(between - within, between),
        ratio(between - residual, between + bias),
        ratio(between - residual, between),
        complete.cases());
  }

  private static IntraclassCorrelation none(String because, int cases) {
    Outcome<Double> none = Outcome.undefined(because);
    return new IntraclassCorrelation(none, none, none, none, none, none, cases);
  }

  private static Outcome<Double> ratio(double numerator, double denominator) {
    return Math.abs(denominator) > 1e-12
        ? Outcome.of(numerator / denominator)
        : Outcome.undefined("the cases do not differ in their ratings");
  }

  /** Sums of squares of a two-way table without repetition. */
  private record Squares(double cases, double readers, double residual) {
    static Squares of(RatingMatrix table) {
      int n = table.cases();
      int k = table.readers();
      double[] caseMeans = new double[n];
      double[] readerMeans = new double[k];
      double grand = 0;
      for (int r = 0; r < k; r++) {
        for (int c = 0; c < n; c++) {
          caseMeans[c] += table.rating(r, c) / k;
          readerMeans[r] += table.rating(r, c) / n;
          grand += table.rating(r, c) / n / k;
        }
      }
      double cases = 0;
      double readers = 0;
      double residual = 0;
      for (int r = 0; r < k; r++) {
        readers += n * (readerMeans[r] - grand) * (readerMeans[r] - grand);
        for (int c = 0; c < n; c++) {
          double rest = table.rating(r, c) - caseMeans[c] - readerMeans[r] + grand;
          residual += rest * rest;
          cases += (caseMeans[c] - grand) * (caseMeans[c] - grand);
        }
      }
      return new Squares(cases, readers, residual);
    }
  }
}
