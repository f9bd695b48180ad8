package org.exemplar.demo.beam;

/**
 * A horizontal section of a solid: a rounded oval, in mm of the patient.
 *
 * @param left smallest x
 * @param right largest x; not above {@code left}: nothing there
 * @param back smallest z
 * @param front largest z
 * @param square 0 for an ellipse, towards 1 for flatter sides
 */
public record Slice(double left, double right, double back, double front, double square) {
  /** Nothing at this height. */
  public static final Slice NONE = new Slice(0, 0, 0, 0, 0);

  /** Shrunk or grown about a point, by the same factor in all directions. */
  public Slice about(double x, double z, double factor) {
    return new Slice(
        x + (left - x) * factor,
        x + (right - x) * factor,
        z + (back - z) * factor,
        z + (front - z) * factor,
        square);
  }

  /** Shrunk or grown about its own middle. */
  public Slice scaled(double factor) {
    return about((left + right) / 2, (back + front) / 2, factor);
  }

  /** Whether there is nothing. */
  public boolean empty() {
    return right <= left || front <= back;
  }
}
