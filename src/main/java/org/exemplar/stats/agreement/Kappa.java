package org.exemplar.stats.agreement;

import java.util.Arrays;
import org.exemplar.stats.Outcome;

/** Chance-corrected agreement on categories: Cohen's, Fleiss' and Gwet's coefficients. */
public final class Kappa {
  private static final String EQUAL = "all ratings are equal";
  private static final String TOO_FEW = "no case was rated by two readers";

  private Kappa() {}

  /**
   * Cohen's κ of two readers (rows of the matrix), weighted by the distance of the values, over the
   * cases that both rated; categories are the values that the two gave there.
   */
  public static Outcome<Double> cohen(
      RatingMatrix ratings, int first, int second, Weights weights) {
    double[][] both = new double[2][ratings.cases()];
    int n = 0;
    for (int c = 0; c < ratings.cases(); c++) {
      double a = ratings.rating(first, c);
      double b = ratings.rating(second, c);
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        both[0][n] = a;
        both[1][n++] = b;
      }
    }
    if (n == 0) {
      return Outcome.undefined("the two readers rated no case in common");
    }
    return cohen(Arrays.copyOf(both[0], n), Arrays.copyOf(both[1], n), weights);
  }

  /** Cohen's κ of paired ratings, none missing. */
  public static Outcome<Double> cohen(double[] a, double[] b, Weights weights) {
    RatingMatrix pair = RatingMatrix.of(new double[][] {a, b});
    double[] categories = pair.categories();
    int k = categories.length;
    double[] marginA = new double[k];
    double[] marginB = new double[k];
    double observed = 0;
    for (int c = 0; c < a.length; c++) {
      int i = Arrays.binarySearch(categories, a[c] + 0.0);
      int j = Arrays.binarySearch(categories, b[c] + 0.0);
      marginA[i]++;
      marginB[j]++;
      observed += 1 - weights.agreement(categories, i, j);
    }
    double expected = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        expected += marginA[i] * marginB[j] * (1 - weights.agreement(categories, i, j));
      }
    }
    return expected > 0 ? Outcome.of(1 - observed * a.length / expected) : Outcome.undefined(EQUAL);
  }

  /** How many cases both readers rated. */
  public static int common(RatingMatrix ratings, int first, int second) {
    int n = 0;
    for (int c = 0; c < ratings.cases(); c++) {
      boolean both =
          !Double.isNaN(ratings.rating(first, c)) && !Double.isNaN(ratings.rating(second, c));
      n += both ? 1 : 0;
    }
    return n;
  }

  /** Fleiss' κ over the cases that every reader rated. */
  public static Outcome<Double> fleiss(RatingMatrix ratings) {
    RatingMatrix complete = ratings.complete();
    int readers = complete.readers();
    if (readers < 2 || complete.cases() == 0) {
      return Outcome.undefined(TOO_FEW);
    }
    int[][] counts = complete.counts();
    double n = complete.cases();
    double observed = 0;
    double[] shares = new double[complete.categories().length];
    for (int[] row : counts) {
      double pairs = 0;
      for (int k = 0; k < row.length; k++) {
        pairs += row[k] * (row[k] - 1.0);
        shares[k] += row[k] / (n * readers);
      }
      observed += pairs / (readers * (readers - 1.0)) / n;
    }
    if (shares.length < 2) {
      return Outcome.undefined(EQUAL);
    }
    double chance = Arrays.stream(shares).map(share -> share * share).sum();
    return Outcome.of((observed - chance) / (1 - chance));
  }

  /**
   * Gwet's AC2 (AC1 with {@link Weights#IDENTITY}), robust where one category prevails; missing
   * ratings allowed. Categories are the values seen (Gwet 2014, chapter 3).
   */
  public static Outcome<Double> gwet(RatingMatrix ratings, Weights weights) {
    double[] categories = ratings.categories();
    int q = categories.length;
    if (q < 2) {
      return Outcome.undefined(EQUAL);
    }
    double[] prevalence = new double[q];
    double agreement = 0;
    int rated = 0;
    int paired = 0;
    for (int[] row : ratings.counts()) {
      double n = Arrays.stream(row).sum();
      for (int k = 0; n > 0 && k < q; k++) {
        prevalence[k] += row[k] / n;
      }
      rated += n > 0 ? 1 : 0;
      if (n > 1) {
        paired++;
        agreement += agreement(row, n, categories, weights);
      }
    }
    if (paired == 0) {
      return Outcome.undefined(TOO_FEW);
    }
    double spread = 0;
    double total = 0;
    for (int a = 0; a < q; a++) {
      double share = prevalence[a] / rated;
      spread += share * (1 - share);
      for (int b = 0; b < q; b++) {
        total += weights.agreement(categories, a, b);
      }
    }
    double chance = total / (q * (q - 1.0)) * spread;
    return chance < 1
        ? Outcome.of((agreement / paired - chance) / (1 - chance))
        : Outcome.undefined("agreement by chance would be perfect");
  }

  /** The weighted share of pairs of a case's ratings that agree. */
  private static double agreement(int[] row, double n, double[] categories, Weights weights) {
    double sum = 0;
    for (int a = 0; a < row.length; a++) {
      double weighted = -1;
      for (int b = 0; b < row.length; b++) {
        weighted += row[b] * weights.agreement(categories, a, b);
      }
      sum += row[a] * weighted;
    }
    return sum / (n * (n - 1));
  }
}
