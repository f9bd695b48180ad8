package org.exemplar.pie;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Agreement of a dense and a pruned classifier on each image: Spearman's correlation, with
 * mid-ranks for ties, between the two mean probability vectors over the findings (Hooker et al.
 * 2019; Holste et al., MICCAI 2023).
 *
 * <p>Undefined ({@code NaN}) where one of the vectors is constant. Immutable.
 */
public final class Agreement {
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
    double[] rho = new double[pruned.images()];
    int blocks = RankBlock.count(pruned.images());
    int stripes = Math.min(RankedPredictions.STRIPES, blocks);
    IntStream.range(0, stripes)
        .parallel()
        .forEach(stripe -> {
          LaneSums sums = new LaneSums(pruned.findings());
          for (int block = stripe; block < blocks; block += stripes) {
            sums.correlate(dense, pruned, block, rho);
          }
        });
    return new Agreement(rho);
  }

  /** Correlations of one block of images after the other. */
  private static final class LaneSums {
    private final RankBlock pruned;
    private final double[] dense;
    private final double[] xx = new double[RankBlock.LANES];
    private final double[] yy = new double[RankBlock.LANES];
    private final double[] xy = new double[RankBlock.LANES];

    LaneSums(int findings) {
      pruned = new RankBlock(findings);
      dense = new double[findings * RankBlock.LANES];
    }

    void correlate(RankedPredictions denseRanks, MeanPredictions mean, int block, double[] rho) {
      pruned.rank(mean, block);
      denseRanks.copyBlock(block, dense);
      Arrays.fill(xx, 0);
      Arrays.fill(yy, 0);
      Arrays.fill(xy, 0);
      for (int start = 0; start < dense.length; start += RankBlock.LANES) {
        add(dense, pruned.ranks, start);
      }
      int from = block * RankBlock.LANES;
      for (int k = 0; k < Math.min(RankBlock.LANES, rho.length - from); k++) {
        rho[from + k] = correlation((long) xx[k], (long) yy[k], (long) xy[k]);
      }
    }

    private void add(double[] first, double[] second, int start) {
      for (int k = 0; k < RankBlock.LANES; k++) {
        double x = first[start + k];
        double y = second[start + k];
        xx[k] += x * x;
        yy[k] += y * y;
        xy[k] += x * y;
      }
    }
  }

  /** Values computed elsewhere, e.g. read back from {@code agreement.csv}; NaN is undefined. */
  public static Agreement ofValues(double[] values) {
    return new Agreement(values.clone());
  }

  /** Pearson's correlation of centred ranks; sums are exact in whole numbers. */
  private static double correlation(long xx, long yy, long xy) {
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
