package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Fair draws from a stream of 64-bit words. The same stream gives the same draws on any machine and
 * any Java: nothing here leans on a library's choice of algorithm. Not thread-safe.
 */
final class Chance {
  private final LongSupplier words;

  /**
   * @param words independent, uniform 64-bit words
   */
  Chance(LongSupplier words) {
    this.words = words;
  }

  /**
   * A whole number from 0 to {@code bound} − 1, each equally likely.
   *
   * @param bound at least 1
   */
  int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1, was " + bound);
    }
    long space = 1L << 62;
    long fair = space - space % bound;
    long word;
    do {
      word = words.getAsLong() >>> 2;
    } while (word >= fair);
    return (int) (word % bound);
  }

  /** A new list with the same elements in a random order (Fisher and Yates). */
  <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    for (int i = copy.size() - 1; i > 0; i--) {
      Collections.swap(copy, i, below(i + 1));
    }
    return copy;
  }

  /**
   * {@code count} different elements in random order.
   *
   * @param count at most the size of the list
   */
  <T> List<T> sample(List<T> list, int count) {
    return List.copyOf(shuffled(list).subList(0, count));
  }
}
