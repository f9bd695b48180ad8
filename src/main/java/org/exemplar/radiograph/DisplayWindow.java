package org.exemplar.radiograph;

/**
 * A window on the values of a {@link NeutralRadiograph}.
 *
 * @param centre the value shown in middle gray; finite
 * @param width for {@link Curve#LINEAR} the distance from black to white, for {@link Curve#SIGMOID}
 *     the width of PS3.3 C.11.2.1.3.1; finite, above 0
 * @param curve how gray grows between
 */
public record DisplayWindow(double centre, double width, Curve curve) {
  /** From black to white over all neutral values. */
  public static final DisplayWindow FULL = between(0, NeutralRadiograph.LARGEST);

  /** How gray grows with value. */
  public enum Curve {
    /** A straight line, clamped ({@link WindowFunction#LINEAR_EXACT}). */
    LINEAR(WindowFunction.LINEAR_EXACT),
    /** An S ({@link WindowFunction#SIGMOID}). */
    SIGMOID(WindowFunction.SIGMOID);

    private final WindowFunction function;

    Curve(WindowFunction function) {
      this.function = function;
    }
  }

  public DisplayWindow {
    if (!Double.isFinite(centre) || !Double.isFinite(width) || width <= 0) {
      throw new IllegalArgumentException("not a window: centre " + centre + ", width " + width);
    }
  }

  /** A straight line from black at {@code low} to white at {@code high}, which is larger. */
  public static DisplayWindow between(double low, double high) {
    return new DisplayWindow((low + high) / 2, high - low, Curve.LINEAR);
  }

  /** The value where a linear window turns black. */
  public double low() {
    return centre - width / 2;
  }

  /** The value where a linear window turns white. */
  public double high() {
    return centre + width / 2;
  }

  /**
   * The window moved and stretched, as a drag or an arrow key does; it stays at least one value
   * wide and its centre within twice the range of values.
   *
   * @param centreBy added to the centre
   * @param widthBy added to the width
   */
  public DisplayWindow adjusted(double centreBy, double widthBy) {
    double span = NeutralRadiograph.LARGEST;
    return new DisplayWindow(
        Math.clamp(centre + centreBy, -span, 2 * span),
        Math.clamp(width + widthBy, 1, 4 * span),
        curve);
  }

  /** The share of full luminance range for a neutral value, 0 to 1. */
  public double apply(double value) {
    return curve.function.apply(value, centre, width);
  }
}
