package org.exemplar.demo.beam;

/**
 * Seeded chance (SplitMix64, Steele, Lea and Flood 2014). A {@link #fork} depends on the seed and
 * its purpose only, not on what was drawn before, so that one part of a film can change without the
 * others. Not thread-safe.
 */
public final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long state;

  private Draw(long seed) {
    this.seed = seed;
    this.state = seed;
  }

  /** From any number. */
  public static Draw of(long seed) {
    return new Draw(mix(seed + GOLDEN));
  }

  /** An independent source for one purpose; does not advance this one. */
  public Draw fork(String purpose) {
    long hash = seed;
    for (int i = 0; i < purpose.length(); i++) {
      hash = mix(hash * 31 + purpose.charAt(i) + GOLDEN);
    }
    return new Draw(hash);
  }

  /** A number that stands for this source, for patterns that are functions of place. */
  public long key() {
    return mix(seed ^ GOLDEN);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** A number in [0, 1). */
  public double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** A number in [low, high). */
  public double between(double low, double high) {
    return low + (high - low) * unit();
  }

  /** A whole number from 0 to {@code bound − 1}. */
  public int below(int bound) {
    return (int) (unit() * bound);
  }

  /** True with this probability. */
  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** Minus one or plus one. */
  public int side() {
    return chance(0.5) ? -1 : 1;
  }

  /** A standard normal number, as the sum of twelve uniform ones less six. */
  public double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += unit();
    }
    return sum;
  }

  /** A normal number, kept within two deviations. */
  public double around(double mean, double deviation) {
    return mean + deviation * Math.clamp(normal(), -2, 2);
  }

  /** Stafford's finaliser, variant 13. */
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
