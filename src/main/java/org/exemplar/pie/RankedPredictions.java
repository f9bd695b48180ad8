package org.exemplar.pie;

import java.util.stream.IntStream;

/** Centred mid-ranks of every image's mean vector, kept so that they are found only once. */
final class RankedPredictions {
  private final int images;
  private final int findings;
  private final short[] ranks;

  RankedPredictions(MeanPredictions mean) {
    if (mean.findings() > Short.MAX_VALUE) {
      throw new IllegalArgumentException(mean.findings() + " findings are too many to rank");
    }
    images = mean.images();
    findings = mean.findings();
    ranks = new short[images * findings];
    IntStream.range(0, images)
        .parallel()
        .forEach(image -> {
          double[] row = new double[findings];
          int[] rank = new int[findings];
          mean.copyRow(image, row);
          CentredRanks.of(row, rank);
          for (int i = 0; i < findings; i++) {
            ranks[image * findings + i] = (short) rank[i];
          }
        });
  }

  int images() {
    return images;
  }

  int findings() {
    return findings;
  }

  void copyRanks(int image, int[] target) {
    int start = image * findings;
    for (int i = 0; i < findings; i++) {
      target[i] = ranks[start + i];
    }
  }
}
