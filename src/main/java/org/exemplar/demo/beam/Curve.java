package org.exemplar.demo.beam;

/** A smooth function through knots (Catmull–Rom), constant beyond its ends. Immutable. */
public final class Curve {
  private final double[] at;
  private final double[] values;

  private Curve(double[] at, double[] values) {
    this.at = at;
    this.values = values;
  }

  /**
   * @param pairs place, value, place, value…; places ascending
   */
  public static Curve of(double... pairs) {
    double[] at = new double[pairs.length / 2];
    double[] values = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = pairs[2 * i];
      values[i] = pairs[2 * i + 1];
    }
    return new Curve(at, values);
  }

  /** The value at a place. */
  public double at(double place) {
    int last = at.length - 1;
    if (place <= at[0]) {
      return values[0];
    }
    if (place >= at[last]) {
      return values[last];
    }
    int i = 0;
    while (place > at[i + 1]) {
      i++;
    }
    double width = at[i + 1] - at[i];
    double t = (place - at[i]) / width;
    double before = slope(i) * width;
    double after = slope(i + 1) * width;
    double rise = values[i + 1] - values[i];
    return values[i]
        + t * (before + t * (3 * rise - 2 * before - after + t * (before + after - 2 * rise)));
  }

  private double slope(int i) {
    int a = Math.max(0, i - 1);
    int b = Math.min(at.length - 1, i + 1);
    return (values[b] - values[a]) / (at[b] - at[a]);
  }
}
