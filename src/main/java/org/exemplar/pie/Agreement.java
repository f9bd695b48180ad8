package org.exemplar.pie;

import java.util.stream.IntStream;

/**
 * Agreement of a dense and a pruned classifier on each image: Spearman's correlation, with
 * mid-ranks for ties, between the two mean probability vectors over the findings (Hooker et al.
 * 2019; Holste et al., MICCAI 2023).
 *
 * <p>Undefined ({@code NaN}) where one of the vectors is constant. Immutable.
 */
public final class Agreement {
  private static final int CHUNK = 256;

  private final double[] values;

  private Agreement(double[] values) {
    this.values = values;
  }

  /**
   * Agreement of every image.
   *
   * @throws IllegalArgumentException if the two differ in shape
   */
  public static Agreement between(MeanPredictions dense, MeanPredictions pruned) {
    return between(new RankedPredictions(dense), pruned);
  }

  /** The same with the ranks of the dense classifier at hand, as for many sparsities. */
  static Agreement between(RankedPredictions dense, MeanPredictions pruned) {
    if (dense.images() != pruned.images() || dense.findings() != pruned.findings()) {
      throw new IllegalArgumentException(
          "dense is %d × %d, pruned %d × %d"
              .formatted(dense.images(), dense.findings(), pruned.images(), pruned.findings()));
    }
    int images = pruned.images();
    double[] rho = new double[images];
    IntStream.range(0, (images + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(chunk -> {
          double[] row = new double[pruned.findings()];
          int[] a = new int[row.length];
          int[] b = new int[row.length];
          int end = Math.min(images, (chunk + 1) * CHUNK);
          for (int image = chunk * CHUNK; image < end; image++) {
            pruned.copyRow(image, row);
            CentredRanks.of(row, b);
            dense.copyRanks(image, a);
            rho[image] = correlation(a, b);
          }
        });
    return new Agreement(rho);
  }

  /** Values computed elsewhere, e.g. read back from {@code agreement.csv}; NaN is undefined. */
  public static Agreement ofValues(double[] values) {
    return new Agreement(values.clone());
  }

  /** Pearson's correlation of centred ranks; sums are exact in whole numbers. */
  static double correlation(int[] a, int[] b) {
    long xx = 0;
    long yy = 0;
    long xy = 0;
    for (int i = 0; i < a.length; i++) {
      long x = a[i];
      long y = b[i];
      xx += x * x;
      yy += y * y;
      xy += x * y;
    }
    if (xx == 0 || yy == 0) {
      return Double.NaN;
    }
    return xx == yy ? (double) xy / xx : xy / Math.sqrt((double) xx * yy);
  }

  /** Number of images. */
  public int images() {
    return values.length;
  }

  /** Agreement of one image in −1…1; NaN when undefined. */
  public double value(int image) {
    return values[image];
  }

  /** Whether this image has an agreement. */
  public boolean defined(int image) {
    return !Double.isNaN(values[image]);
  }

  /** All values, a copy; NaN where undefined. */
  public double[] values() {
    return values.clone();
  }
}
