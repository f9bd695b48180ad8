package org.exemplar.classifier.prune;

import java.util.BitSet;

/**
 * Finds the k smallest magnitudes without sorting: the bits of non-negative floats order as
 * integers do, so two counting passes (upper, then lower half) give the k-th one exactly.
 */
final class Magnitudes {
  private static final int HALF = 16;
  private static final int LOW = (1 << HALF) - 1;
  private static final int SIGNLESS = 0x7fff_ffff;

  private Magnitudes() {}

  /**
   * Marks the {@code count} smallest magnitudes, earlier ones first among equals.
   *
   * @param values finite; several arrays are one sequence
   * @param offset added to every index that is marked
   * @param marked set where a value is chosen
   * @return values not chosen although as small as the largest chosen one
   */
  static long smallest(float[][] values, int count, int offset, BitSet marked) {
    if (count == 0) {
      return 0;
    }
    var upper = new int[1 << (Integer.SIZE - HALF)];
    for (float[] part : values) {
      for (float value : part) {
        upper[magnitude(value) >>> HALF]++;
      }
    }
    int below = 0;
    int high = 0;
    while (below + upper[high] < count) {
      below += upper[high++];
    }
    int[] lower = lowerHalf(values, high);
    int low = 0;
    while (below + lower[low] < count) {
      below += lower[low++];
    }
    int equal = count - below;
    mark(values, high << HALF | low, equal, new Marking(offset, marked));
    return (long) lower[low] - equal;
  }

  private static int[] lowerHalf(float[][] values, int high) {
    var lower = new int[1 << HALF];
    for (float[] part : values) {
      for (float value : part) {
        int magnitude = magnitude(value);
        if (magnitude >>> HALF == high) {
          lower[magnitude & LOW]++;
        }
      }
    }
    return lower;
  }

  private record Marking(int offset, BitSet marked) {}

  private static void mark(float[][] values, int threshold, int equalWanted, Marking into) {
    int equal = equalWanted;
    int index = into.offset;
    for (float[] part : values) {
      for (float value : part) {
        int magnitude = magnitude(value);
        if (magnitude < threshold || (magnitude == threshold && equal-- > 0)) {
          into.marked.set(index);
        }
        index++;
      }
    }
  }

  private static int magnitude(float value) {
    return Float.floatToRawIntBits(value) & SIGNLESS;
  }
}
