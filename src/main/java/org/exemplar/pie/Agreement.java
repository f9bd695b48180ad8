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
          LaneCorrelation correlation = new LaneCorrelation();
          RankBlock ranks = new RankBlock(pruned.findings());
          double[][] denseRanks = new double[pruned.findings()][RankBlock.LANES];
          for (int block = stripe; block < blocks; block += stripes) {
            ranks.rank(pruned, block);
            dense.copyBlock(block, denseRanks);
            correlation.of(denseRanks, ranks.ranks, rho, block * RankBlock.LANES);
          }
        });
    return new Agreement(rho);
  }

  /** Values computed elsewhere, e.g. read back from {@code agreement.csv}; NaN is undefined. */
  public static Agreement ofValues(double[] values) {
    return new Agreement(values.clone());
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
