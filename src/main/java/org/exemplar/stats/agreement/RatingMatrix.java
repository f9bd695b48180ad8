package org.exemplar.stats.agreement;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ratings by reader and case, readers without any rating left out, with the distinct values seen.
 * Immutable.
 */
public final class RatingMatrix {
  private final double[][] rows;
  private final double[] categories;
  private final int cases;

  private RatingMatrix(double[][] rows, int cases) {
    this.rows = rows;
    this.cases = cases;
    this.categories =
        Arrays.stream(rows)
            .flatMapToDouble(Arrays::stream)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .distinct()
            .toArray();
  }

  /**
   * A matrix of ratings.
   *
   * @param ratings one row per reader, all of one length; NaN where missing
   */
  public static RatingMatrix of(double[][] ratings) {
    int cases = ratings.length == 0 ? 0 : ratings[0].length;
    for (double[] row : ratings) {
      if (row.length != cases) {
        throw new IllegalArgumentException("rows of " + row.length + " and " + cases + " cases");
      }
    }
    double[][] rows =
        Arrays.stream(ratings)
            .filter(row -> Arrays.stream(row).anyMatch(value -> !Double.isNaN(value)))
            .map(row -> Arrays.stream(row).map(value -> value + 0.0).toArray())
            .toArray(double[][]::new);
    return new RatingMatrix(rows, cases);
  }

  /** The same readers on the cases that all of them rated. */
  public RatingMatrix complete() {
    int[] kept =
        IntStream.range(0, cases)
            .filter(c -> Arrays.stream(rows).noneMatch(row -> Double.isNaN(row[c])))
            .toArray();
    return columns(kept);
  }

  /** The same readers on the given cases, in that order, repeated if named twice. */
  RatingMatrix columns(int[] kept) {
    double[][] picked =
        Arrays.stream(rows)
            .map(row -> Arrays.stream(kept).mapToDouble(c -> row[c]).toArray())
            .toArray(double[][]::new);
    return new RatingMatrix(picked, kept.length);
  }

  /** How many readers rated anything. */
  public int readers() {
    return rows.length;
  }

  /** How many cases there are. */
  public int cases() {
    return cases;
  }

  /** The rating, NaN where missing. */
  double rating(int reader, int caseIndex) {
    return rows[reader][caseIndex];
  }

  /** The values seen, ascending; not to be changed. */
  double[] categories() {
    return categories;
  }

  /** For each case how many readers gave each category: cases × categories. */
  int[][] counts() {
    int[][] counts = new int[cases][categories.length];
    for (double[] row : rows) {
      for (int c = 0; c < cases; c++) {
        if (!Double.isNaN(row[c])) {
          counts[c][Arrays.binarySearch(categories, row[c])]++;
        }
      }
    }
    return counts;
  }
}
