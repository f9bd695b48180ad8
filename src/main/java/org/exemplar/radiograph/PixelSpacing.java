package org.exemplar.radiograph;

/**
 * Distance of pixel centres.
 *
 * @param rowMillimetres between rows, downwards; above 0
 * @param columnMillimetres between columns, across; above 0
 * @param kind what these millimetres are measured in
 */
public record PixelSpacing(double rowMillimetres, double columnMillimetres, Kind kind) {
  /** Where a length is true. */
  public enum Kind {
    /** At the detector: anatomy nearer to the tube measures too long. Rulers must say so. */
    AT_DETECTOR,
    /** Calibrated to the patient. */
    CALIBRATED,
    /** Only the ratio of the two is known; no ruler may be drawn. */
    RATIO_ONLY
  }

  public PixelSpacing {
    if (!(rowMillimetres > 0 && rowMillimetres <= 1000)
        || !(columnMillimetres > 0 && columnMillimetres <= 1000)) {
      throw new IllegalArgumentException(
          "not a pixel spacing: " + rowMillimetres + " x " + columnMillimetres);
    }
  }

  /** The distance of two places of the image, in the millimetres of {@link #kind}. */
  public double millimetres(ImagePoint from, ImagePoint to) {
    return Math.hypot(
        (to.x() - from.x()) * columnMillimetres, (to.y() - from.y()) * rowMillimetres);
  }

  /** Height of a pixel over its width; 1 for square pixels. */
  public double aspect() {
    return rowMillimetres / columnMillimetres;
  }
}
