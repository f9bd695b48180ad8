package org.exemplar.study;

/**
 * A monitor as the system describes it.
 *
 * @param id stable while the monitor stays connected, such as {@code display-1-2560x1600}
 * @param widthPixels device pixels
 * @param heightPixels device pixels
 * @param scaling device pixels per logical pixel, 1.0 at 100 %
 */
public record Display(String id, int widthPixels, int heightPixels, double scaling) {
  /** Checks that it has an id and a size. */
  public Display {
    if (id.isBlank() || widthPixels < 1 || heightPixels < 1 || !(scaling > 0)) {
      throw new IllegalArgumentException("a display has an id, a size and a scaling");
    }
  }
}
