package org.exemplar.pie;

import java.util.Arrays;
import java.util.Optional;

/**
 * How much each finding adds to the disagreement 1 − ρ of one image.
 *
 * <p>With u and v the centred mid-ranks scaled to length one, 1 − ρ = ½ Σ (uᵢ − vᵢ)². Each term is
 * one finding's contribution: never negative, and together exactly the disagreement. Without ties a
 * term is 6 dᵢ² / (n (n² − 1)), the summand of Spearman's formula.
 */
public final class Contribution {
  private Contribution() {}

  /**
   * Contributions of the findings.
   *
   * @param dense one image's mean dense probabilities
   * @param pruned the same image's mean pruned probabilities
   * @return one number per finding, adding up to 1 − ρ; empty where ρ is undefined
   */
  public static Optional<double[]> of(double[] dense, double[] pruned) {
    if (dense.length != pruned.length) {
      throw new IllegalArgumentException(
          "%d dense and %d pruned findings".formatted(dense.length, pruned.length));
    }
    int n = dense.length;
    int[] a = new int[n];
    int[] b = new int[n];
    CentredRanks.of(dense, a);
    CentredRanks.of(pruned, b);
    double lengthA = length(a);
    double lengthB = length(b);
    if (lengthA == 0 || lengthB == 0) {
      return Optional.empty();
    }
    double[] share = new double[n];
    for (int i = 0; i < n; i++) {
      double difference = a[i] / lengthA - b[i] / lengthB;
      share[i] = 0.5 * difference * difference;
    }
    return Optional.of(share);
  }

  private static double length(int[] ranks) {
    return Math.sqrt(Arrays.stream(ranks).mapToDouble(r -> (double) r * r).sum());
  }
}
