package org.exemplar.radiograph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One gray radiograph as its file has it: stored values and how to show them. Of several frames,
 * the first. Immutable; {@code equals} compares pixels by identity.
 *
 * @param pixels stored values
 * @param grayscale the steps from stored value to screen gray
 * @param spacing null when unknown
 * @param frames number of frames in the file, at least 1
 * @param warnings sentences a user should read, e.g. that colour was turned to gray
 */
public record Radiograph(
    StoredPixels pixels,
    GrayscaleAttributes grayscale,
    @Nullable PixelSpacing spacing,
    int frames,
    List<String> warnings) {

  public Radiograph {
    warnings = List.copyOf(warnings);
    if (frames < 1) {
      throw new IllegalArgumentException("a radiograph has a frame");
    }
  }

  /** Height in pixels. */
  public int rows() {
    return pixels.rows();
  }

  /** Width in pixels. */
  public int columns() {
    return pixels.columns();
  }
}
