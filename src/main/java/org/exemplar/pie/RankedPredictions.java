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
            for (int i = 0; i < length; i++) {
              ranks[block * length + i] = (float) space.ranks[i];
            }
          }
        });
  }

  int images() {
    return images;
  }

  int findings() {
    return findings;
  }

  /** One block's ranks as double. */
  void copyBlock(int block, double[] target) {
    int start = block * target.length;
    for (int i = 0; i < target.length; i++) {
      target[i] = ranks[start + i];
    }
  }
}
