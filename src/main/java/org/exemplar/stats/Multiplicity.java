package org.exemplar.stats;

import java.util.Arrays;
import java.util.Comparator;

/** Adjusts the p-values of several tests. A NaN (a test that does not exist) counts as 1. */
public final class Multiplicity {
  private Multiplicity() {}

  /**
   * Holm's step-down adjustment (1979): controls the chance of any false finding.
   *
   * @return adjusted p-values in the order given; 1 for NaN
   */
  public static double[] holm(double... p) {
    Integer[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double running = 0;
    for (int k = 0; k < p.length; k++) {
      running = Math.max(running, Math.min(1, orOne(p[order[k]]) * (p.length - k)));
      adjusted[order[k]] = running;
    }
    return adjusted;
  }

  /**
   * Benjamini and Hochberg's adjustment (1995): controls the expected share of false findings.
   *
   * @return adjusted p-values in the order given; 1 for NaN
   */
  public static double[] benjaminiHochberg(double... p) {
    Integer[] order = ascending(p);
    double[] adjusted = new double[p.length];
    double running = 1;
    for (int k = p.length - 1; k >= 0; k--) {
      running = Math.min(running, orOne(p[order[k]]) * p.length / (k + 1));
      adjusted[order[k]] = running;
    }
    return adjusted;
  }

  private static Integer[] ascending(double[] p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> orOne(p[i])));
    return order;
  }

  private static double orOne(double p) {
    return Double.isNaN(p) ? 1 : p;
  }
}
