package org.exemplar.blinding;

/**
 * What a reading order must keep.
 *
 * @param blockSize cases per block; within a block the arms stand in the study's proportion, as
 *     nearly as whole numbers allow
 * @param longestRun how many cases of one arm may follow each other, repeats included
 * @param repeats how many cases are shown a second time
 * @param minimumGap how many places lie at least between a case and its repeat: the place of the
 *     repeat minus the place of the case
 */
public record OrderPlan(int blockSize, int longestRun, int repeats, int minimumGap) {
  public OrderPlan {
    if (blockSize < 1 || longestRun < 1 || repeats < 0 || minimumGap < 0) {
      throw new IllegalArgumentException("an order needs positive blocks and runs");
    }
  }
}
