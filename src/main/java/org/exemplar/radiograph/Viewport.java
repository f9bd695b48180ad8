package org.exemplar.radiograph;

/**
 * The part of the screen that shows a radiograph, in device pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Viewport(int width, int height) {
  public Viewport {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("no viewport: " + width + " x " + height);
    }
  }
}
