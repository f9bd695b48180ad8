package org.exemplar.demo.anatomy;

/** Which lung; the right one is on the left of the picture. */
public enum Lung {
  RIGHT(-1),
  LEFT(1);

  private final int sign;

  Lung(int sign) {
    this.sign = sign;
  }

  /** The sign of its x. */
  public int sign() {
    return sign;
  }

  /** Where it stands in pairs: 0 the right one, 1 the left one. */
  public int place() {
    return (sign + 1) / 2;
  }

  /** The lung on that side of the middle. */
  public static Lung of(double x) {
    return x < 0 ? RIGHT : LEFT;
  }
}
