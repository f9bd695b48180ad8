package org.exemplar.stats;

import java.util.Arrays;

/** Distances of two curves of equal length, sampled at the same points. NaN in, NaN out. */
public final class CurveDistance {
  private CurveDistance() {}

  /** The Euclidean distance of the two vectors. */
  public static double euclidean(double[] a, double[] b) {
    requireComparable(a, b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  /** The largest distance at one sampled point; 0 for empty curves. */
  public static double largest(double[] a, double[] b) {
    requireComparable(a, b);
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  /**
   * The discrete Fréchet distance of the values (Eiter and Mannila 1994): the shortest leash with
   * which both curves can be walked forwards point by point. 0 for empty curves.
   */
  public static double discreteFrechet(double[] a, double[] b) {
    requireComparable(a, b);
    double[] above = new double[b.length];
    Arrays.fill(above, Double.POSITIVE_INFINITY);
    for (int i = 0; i < a.length; i++) {
      double diagonal = i == 0 ? 0 : above[0];
      double left = Double.POSITIVE_INFINITY;
      for (int j = 0; j < b.length; j++) {
        double reach =
            i == 0 && j == 0 ? 0 : Math.min(Math.min(above[j], left), corner(i, j, diagonal));
        diagonal = above[j];
        left = Math.max(reach, Math.abs(a[i] - b[j]));
        above[j] = left;
      }
    }
    return a.length == 0 ? 0 : above[b.length - 1];
  }

  private static double corner(int i, int j, double diagonal) {
    return i == 0 || j == 0 ? Double.POSITIVE_INFINITY : diagonal;
  }

  private static void requireComparable(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("curves of " + a.length + " and " + b.length + " points");
    }
  }
}
