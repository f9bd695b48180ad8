package org.exemplar.app.explorer;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks of one image's findings as people read them: 1 is the most probable. */
final class FindingRanks {
  private FindingRanks() {}

  /**
   * @param probabilities one for each finding
   * @return ranks from 1; equal probabilities in the order of the columns
   */
  static int[] of(double[] probabilities) {
    int[] ranks = new int[probabilities.length];
    int[] rank = {0};
    IntStream.range(0, probabilities.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer f) -> -probabilities[f]))
        .forEach(f -> ranks[f] = ++rank[0]);
    return ranks;
  }
}
