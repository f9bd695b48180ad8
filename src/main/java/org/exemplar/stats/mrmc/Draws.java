package org.exemplar.stats.mrmc;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * How many random draws to make and from which seed; the same pair gives the same draws on every
 * machine.
 *
 * @param count at least 1
 */
public record Draws(int count, long seed) {
  /** Refuses no draws. */
  public Draws {
    if (count < 1) {
      throw new IllegalArgumentException("draws " + count);
    }
  }

  /** A new generator (xoshiro256++) at the seed. */
  UniformRandomProvider generator() {
    return RandomSource.XO_SHI_RO_256_PP.create(seed);
  }
}
