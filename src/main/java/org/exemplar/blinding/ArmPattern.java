package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.crypto.SeededDraw;

/**
 * A random sequence of arms, balanced within blocks, without a run that is too long. Where a place
 * could hold either arm, chance decides in proportion to what the block has left; a choice that
 * would make the rest of the block impossible is not made.
 */
final class ArmPattern {
  private static final int ATTEMPTS = 1000;

  private final int longestRun;
  private final SeededDraw draw;

  ArmPattern(int longestRun, SeededDraw draw) {
    this.longestRun = longestRun;
    this.draw = draw;
  }

  /**
   * @param blocks the PIEs and controls of each block
   * @return the arms in order, or an empty list when no such sequence was found
   */
  List<Arm> draw(List<Block> blocks) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Arm> arms = new ArrayList<>();
      boolean fits = true;
      for (Block block : blocks) {
        fits = fits && fill(arms, block);
      }
      if (fits) {
        return arms;
      }
    }
    return List.of();
  }

  /**
   * @param pies PIEs in the block
   * @param controls controls in the block
   */
  record Block(int pies, int controls) {
    int size() {
      return pies + controls;
    }
  }

  /**
   * Cuts cases into blocks in which the arms stand in the same proportion: the PIEs up to the end
   * of each block are the rounded share of all PIEs.
   */
  static List<Block> blocks(int pies, int controls, int blockSize) {
    List<Block> blocks = new ArrayList<>();
    int total = pies + controls;
    int piesSoFar = 0;
    for (int from = 0; from < total; from += blockSize) {
      int to = Math.min(total, from + blockSize);
      int piesThen = (int) ((2L * pies * to + total) / (2L * total));
      blocks.add(new Block(piesThen - piesSoFar, to - from - (piesThen - piesSoFar)));
      piesSoFar = piesThen;
    }
    return blocks;
  }

  private boolean fill(List<Arm> arms, Block block) {
    int pies = block.pies();
    int controls = block.controls();
    while (pies + controls > 0) {
      boolean mayPie = pies > 0 && feasible(arms, Arm.PIE, pies - 1, controls);
      boolean mayControl = controls > 0 && feasible(arms, Arm.NON_PIE, pies, controls - 1);
      if (!mayPie && !mayControl) {
        return false;
      }
      boolean pie = mayPie && (!mayControl || draw.nextInt(pies + controls) < pies);
      arms.add(pie ? Arm.PIE : Arm.NON_PIE);
      if (pie) {
        pies--;
      } else {
        controls--;
      }
    }
    return true;
  }

  /** Whether the rest of the block can be laid out once {@code next} has been placed. */
  private boolean feasible(List<Arm> arms, Arm next, int pies, int controls) {
    int run = 1;
    while (run <= longestRun && arms.size() - run >= 0 && arms.get(arms.size() - run) == next) {
      run++;
    }
    int same = next == Arm.PIE ? pies : controls;
    int other = next == Arm.PIE ? controls : pies;
    return run <= longestRun
        && same <= (longestRun - run) + (long) longestRun * other
        && other <= (long) longestRun * (same + 1);
  }
}
