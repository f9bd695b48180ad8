package org.exemplar.pie;

/**
 * Centred mid-ranks of a block of consecutive images, finding by finding: rank of finding {@code f}
 * on the block's image {@code k} at {@code [f][k]}. Work space of one thread.
 */
final class RankBlock {
  /** Images in a block; values and ranks of twenty findings so fit into a core's nearest cache. */
  static final int LANES = 64;

  private final int findings;
  private final double[][] values;
  private final double[] row;
  private final int[] rowRanks;

  /** The ranks; lanes past the last image are 0. */
  final double[][] ranks;

  RankBlock(int findings) {
    this.findings = findings;
    values = new double[findings][LANES];
    ranks = new double[findings][LANES];
    row = new double[findings];
    rowRanks = new int[findings];
  }

  static int count(int images) {
    return (images + LANES - 1) / LANES;
  }

  /** Ranks the findings of images {@code block · LANES} onwards. */
  void rank(MeanPredictions mean, int block) {
    int from = block * LANES;
    int count = Math.min(LANES, mean.images() - from);
    mean.copyLanes(from, count, values);
    if (CentredRanks.suitLanes(values)) {
      CentredRanks.ofLanes(values, ranks);
    } else {
      rankOneByOne(count);
    }
  }

  private void rankOneByOne(int count) {
    for (int k = 0; k < count; k++) {
      for (int f = 0; f < findings; f++) {
        row[f] = values[f][k];
      }
      CentredRanks.of(row, rowRanks);
      for (int f = 0; f < findings; f++) {
        ranks[f][k] = rowRanks[f];
      }
    }
  }
}
