package org.exemplar.app.control.figure;

/**
 * A place of a figure that says something when it is pointed at or reached with the arrow keys.
 *
 * @param x left, in px of the figure
 * @param y top
 * @param width of the box
 * @param height of the box
 * @param words what is there, name and number together
 */
public record Spot(double x, double y, double width, double height, String words) {
  /** A box around a point. */
  public static Spot around(double x, double y, double half, String words) {
    return new Spot(x - half, y - half, 2 * half, 2 * half, words);
  }

  /** The same in another scale. */
  public Spot times(double factor) {
    return new Spot(x * factor, y * factor, width * factor, height * factor, words);
  }

  boolean holds(double px, double py) {
    return px >= x && px <= x + width && py >= y && py <= y + height;
  }
}
