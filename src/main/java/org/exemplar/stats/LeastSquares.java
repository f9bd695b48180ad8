package org.exemplar.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An ordinary least squares fit with an intercept, solved by Householder QR.
 *
 * @param terms the intercept first, then the predictors in the order given
 * @param rSquared the share of variance explained
 * @param adjustedRSquared the same, paying for each predictor
 * @param f the F statistic of all predictors together
 * @param fP its p-value
 * @param residualDf n minus the number of terms
 */
public record LeastSquares(
    List<Term> terms,
    double rSquared,
    double adjustedRSquared,
    double f,
    double fP,
    int residualDf) {

  /**
   * One coefficient.
   *
   * @param se its standard error
   * @param t coefficient over standard error
   * @param p two-sided
   */
  public record Term(double coefficient, double se, double t, double p) {
    /** The 95 % interval's ends. */
    public Interval interval(int residualDf) {
      double reach = Tails.tQuantile(0.975, residualDf) * se;
      return new Interval(coefficient - reach, coefficient + reach);
    }
  }

  /** Copies the terms. */
  public LeastSquares {
    terms = List.copyOf(terms);
  }

  /**
   * Fits {@code y} on an intercept, {@code a}, {@code b} and their product.
   *
   * @return terms: intercept, a, b, a·b
   */
  public static Outcome<LeastSquares> withInteraction(double[] y, double[] a, double[] b) {
    double[] product = new double[a.length];
    Arrays.setAll(product, i -> a[i] * b[i]);
    return fit(y, a, b, product);
  }

  /**
   * Fits {@code y} on an intercept and the given predictors, each as long as {@code y}.
   *
   * @return undefined with fewer than two residual degrees of freedom or less, with predictors that
   *     depend on each other, with a constant {@code y} or an infinite value
   */
  public static Outcome<LeastSquares> fit(double[] y, double[]... predictors) {
    int n = y.length;
    int k = predictors.length + 1;
    if (n <= k) {
      return Outcome.undefined("there are not more observations than terms");
    }
    double[][] columns = new double[k + 1][];
    columns[0] = new double[n];
    Arrays.fill(columns[0], 1);
    for (int j = 1; j < k; j++) {
      columns[j] = predictors[j - 1].clone();
    }
    columns[k] = y.clone();
    for (double[] column : columns) {
      if (column.length != n) {
        throw new IllegalArgumentException("a column of " + column.length + " values, not " + n);
      }
      if (!Arrays.stream(column).allMatch(Double::isFinite)) {
        return Outcome.undefined("a value is missing or infinite");
      }
    }
    double[] norms = IntStream.range(0, k).mapToDouble(j -> norm(columns[j], 0)).toArray();
    for (int j = 0; j < k; j++) {
      if (!reflect(columns, j, 1e-12 * norms[j])) {
        return Outcome.undefined("the predictors depend on each other");
      }
    }
    return summary(columns, k, n, totalSquares(y));
  }

  private static Outcome<LeastSquares> summary(double[][] qr, int k, int n, double total) {
    if (!(total > 0)) {
      return Outcome.undefined("all observations are equal");
    }
    double[] coefficients = solve(qr, k);
    double residual = norm(qr[k], k);
    double residualSquares = residual * residual;
    int df = n - k;
    double variance = residualSquares / df;
    List<Term> terms =
        IntStream.range(0, k)
            .mapToObj(
                j -> term(coefficients[j], Math.sqrt(variance) * inverseRowNorm(qr, k, j), df))
            .toList();
    double rSquared = 1 - residualSquares / total;
    double f = (total - residualSquares) / Math.max(1, k - 1) / variance;
    double fP = k == 1 ? 1 : Tails.fUpper(f, k - 1, df);
    double adjusted = 1 - (1 - rSquared) * (n - 1) / df;
    return Outcome.of(new LeastSquares(terms, rSquared, adjusted, f, fP, df));
  }

  private static Term term(double coefficient, double se, int df) {
    double t = coefficient / se;
    return new Term(coefficient, se, t, Double.isNaN(t) ? 1 : Tails.tTwoSided(t, df));
  }

  private static double totalSquares(double[] y) {
    double mean = Sample.mean(y);
    return Arrays.stream(y).map(value -> (value - mean) * (value - mean)).sum();
  }

  /** Zeroes column {@code j} below its diagonal; false when nothing independent is left of it. */
  private static boolean reflect(double[][] columns, int j, double tolerance) {
    double[] column = columns[j];
    double norm = norm(column, j);
    if (norm <= tolerance) {
      return false;
    }
    double diagonal = column[j] > 0 ? -norm : norm;
    column[j] -= diagonal;
    double half = -column[j] * diagonal;
    for (int other = j + 1; other < columns.length; other++) {
      double dot = 0;
      for (int i = j; i < column.length; i++) {
        dot += column[i] * columns[other][i];
      }
      double factor = dot / half;
      for (int i = j; i < column.length; i++) {
        columns[other][i] -= factor * column[i];
      }
    }
    column[j] = diagonal;
    return true;
  }

  private static double[] solve(double[][] qr, int k) {
    double[] x = new double[k];
    for (int i = k - 1; i >= 0; i--) {
      double sum = qr[k][i];
      for (int j = i + 1; j < k; j++) {
        sum -= qr[j][i] * x[j];
      }
      x[i] = sum / qr[i][i];
    }
    return x;
  }

  /** The norm of row {@code row} of R⁻¹, which is the unscaled standard error. */
  private static double inverseRowNorm(double[][] qr, int k, int row) {
    double sum = 0;
    double[] inverse = new double[k];
    for (int column = row; column < k; column++) {
      double value = column == row ? 1 : 0;
      for (int i = row; i < column; i++) {
        value -= inverse[i] * qr[column][i];
      }
      inverse[column] = value / qr[column][column];
      sum += inverse[column] * inverse[column];
    }
    return Math.sqrt(sum);
  }

  private static double norm(double[] column, int from) {
    double norm = 0;
    for (int i = from; i < column.length; i++) {
      norm = Math.hypot(norm, column[i]);
    }
    return norm;
  }
}
