package org.exemplar.demo.beam;

/** Smooth irregularity as a function of place (value noise): the same place, the same value. */
public final class Pattern {
  private static final double SCALE = 1.0 / (1 << 24);

  private final long key;

  /**
   * @param key which pattern
   */
  public Pattern(long key) {
    this.key = key;
  }

  /**
   * One octave with cells of side 1.
   *
   * @return −1 to 1
   */
  public double at(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double u = ease(x - column);
    double v = ease(y - row);
    double top = mix(corner(column, row), corner(column + 1, row), u);
    double bottom = mix(corner(column, row + 1), corner(column + 1, row + 1), u);
    return mix(top, bottom, v);
  }

  /**
   * Several octaves, each half as coarse and 0.55 as strong as the one before.
   *
   * @param cell side of the coarsest cells, in the unit of the place
   * @return about −1 to 1
   */
  public double octaves(double x, double y, double cell, int count) {
    double sum = 0;
    double strength = 0.6;
    double scale = 1 / cell;
    for (int i = 0; i < count; i++) {
      sum += strength * at(x * scale + 17.3 * i, y * scale - 9.1 * i);
      scale *= 2;
      strength *= 0.55;
    }
    return sum;
  }

  /**
   * A nearly normal number for a grid place, independent of its neighbours: four uniform 16-bit
   * numbers summed.
   */
  public double grain(int index) {
    long bits = Draw.mix(key + index * 0x9E3779B97F4A7C15L);
    long sum = (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
    return (sum - 131070) / 37837.2;
  }

  private double corner(int column, int row) {
    int hash = (int) (key ^ key >>> 32) + column * 0x27D4EB2D + row * 0x165667B1;
    hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
    hash = (hash ^ hash >>> 12) * 0x297A2D39;
    hash ^= hash >>> 15;
    return (hash >> 7) * SCALE;
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }
}
