package org.exemplar.blinding;

import org.exemplar.study.Design;

/**
 * What a reading order must keep.
 *
 * @param blockSize cases per block; within a block the arms stand in the study's proportion, as
 *     nearly as whole numbers allow
 * @param longestRun how many cases of one arm may follow each other, repeats included
 * @param repeats how many cases are shown a second time
 * @param minimumGap how many other cases lie at least between a case and its repeat
 */
public record OrderPlan(int blockSize, int longestRun, int repeats, int minimumGap) {
  public OrderPlan {
    if (blockSize < 1 || longestRun < 1 || repeats < 0 || minimumGap < 0) {
      throw new IllegalArgumentException("an order needs positive blocks and runs");
    }
  }

  /** What the protocol asks of an order. */
  static OrderPlan of(Design.Allocation allocation) {
    return new OrderPlan(
        allocation.order().block(),
        allocation.order().longestRun(),
        allocation.repeats().cases(),
        allocation.repeats().minimumGap());
  }
}
