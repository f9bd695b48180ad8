package org.exemplar.pie;

import java.util.stream.IntStream;

/**
 * Centred mid-ranks of every image's mean vector, kept so that they are found only once; laid out
 * as {@link RankBlock} has them, block after block.
 */
final class RankedPredictions {
  /** Shares of the work, each with its own work space: enough for any number of cores. */
  static final int STRIPES = 128;

  private final int images;
  private final int findings;
  private final float[] ranks;

  RankedPredictions(MeanPredictions mean) {
    images = mean.images();
    findings = mean.findings();
    int length = findings * RankBlock.LANES;
    ranks = new float[Math.multiplyExact(RankBlock.count(images), length)];
    IntStream.range(0, Math.min(STRIPES, RankBlock.count(images)))
        .parallel()
        .forEach(stripe -> {
          RankBlock space = new RankBlock(findings);
          for (int block = stripe; block < RankBlock.count(images); block += STRIPES) {
            space.rank(mean, block);
            keep(space.ranks, block * length);
          }
        });
  }

  int images() {
    return images;
  }

  int findings() {
    return findings;
  }

  private void keep(double[][] block, int start) {
    int at = start;
    for (double[] lanes : block) {
      for (double rank : lanes) {
        ranks[at++] = (float) rank;
      }
    }
  }

  /** One block's ranks as double. */
  void copyBlock(int block, double[][] target) {
    int at = block * findings * RankBlock.LANES;
    for (double[] lanes : target) {
      for (int k = 0; k < lanes.length; k++) {
        lanes[k] = ranks[at + k];
      }
      at += lanes.length;
    }
  }
}
