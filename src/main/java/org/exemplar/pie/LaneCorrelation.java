package org.exemplar.pie;

import java.util.Arrays;

/**
 * Pearson's correlation of centred ranks for a block of images, laid out as {@link RankBlock} has
 * them. Sums are exact in whole numbers. Work space of one thread.
 */
final class LaneCorrelation {
  private final double[] xx = new double[RankBlock.LANES];
  private final double[] yy = new double[RankBlock.LANES];
  private final double[] xy = new double[RankBlock.LANES];

  /**
   * @param rho filled from index {@code from} for as many images as there are left; NaN where one
   *     of the vectors is constant
   */
  void of(double[][] first, double[][] second, double[] rho, int from) {
    Arrays.fill(xx, 0);
    Arrays.fill(yy, 0);
    Arrays.fill(xy, 0);
    for (int finding = 0; finding < first.length; finding++) {
      add(first[finding], second[finding]);
    }
    for (int k = 0; k < Math.min(RankBlock.LANES, rho.length - from); k++) {
      rho[from + k] = quotient(xx[k], yy[k], xy[k]);
    }
  }

  private void add(double[] first, double[] second) {
    for (int k = 0; k < RankBlock.LANES; k++) {
      double x = first[k];
      double y = second[k];
      xx[k] += x * x;
      yy[k] += y * y;
      xy[k] += x * y;
    }
  }

  private static double quotient(double xx, double yy, double xy) {
    if (xx == 0 || yy == 0) {
      return Double.NaN;
    }
    return xx == yy ? xy / xx : xy / Math.sqrt(xx * yy);
  }
}
