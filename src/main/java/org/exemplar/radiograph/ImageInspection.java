package org.exemplar.radiograph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code exemplar inspect} says about an image file, besides its name and digest.
 *
 * @param kind {@code "dicom"}, {@code "png"} or {@code "jpeg"}
 * @param shape how large
 * @param encoding how stored
 * @param stored facts about the stored values
 * @param warnings sentences a user should read
 */
public record ImageInspection(
    String kind, Shape shape, Encoding encoding, StoredStatistics stored, List<String> warnings) {
  public ImageInspection {
    warnings = List.copyOf(warnings);
  }

  /** Height, width and number of frames. */
  public record Shape(int rows, int columns, int frames) {}

  /**
   * @param transferSyntax the UID for DICOM, null for other formats
   * @param photometric as DICOM would say it, e.g. {@code "MONOCHROME2"}, {@code "RGB"}
   * @param bitsStored bits that carry a value
   */
  public record Encoding(@Nullable String transferSyntax, String photometric, int bitsStored) {}
}
