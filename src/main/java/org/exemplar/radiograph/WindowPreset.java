package org.exemplar.radiograph;

/**
 * The windows under one key each. Projection radiographs have no absolute units, so that all but
 * the first two are shares of the range from the 1st to the 99th percentile of the values.
 */
public enum WindowPreset {
  /** As the file says. */
  AS_ACQUIRED("As acquired", 0, 0),
  /** All values. */
  FULL_RANGE("Full range", 0, 0),
  /** Without the darkest and the brightest hundredth. */
  PERCENTILES("1–99 percentile", 0, 1),
  /** The dark half of the range. */
  LUNG("Lung", 0, 0.6),
  /** The bright half of the range. */
  BONE_MEDIASTINUM("Bone / mediastinum", 0.4, 1),
  /** The middle of the range. */
  SOFT("Soft tissue", 0.2, 0.85);

  private final String words;
  private final double from;
  private final double to;

  WindowPreset(String words, double from, double to) {
    this.words = words;
    this.from = from;
    this.to = to;
  }

  /** What a menu calls it. */
  public String words() {
    return words;
  }

  /** The window for a radiograph. */
  public DisplayWindow of(NeutralRadiograph radiograph) {
    if (this == AS_ACQUIRED) {
      return radiograph.windows().getFirst();
    }
    Histogram histogram = radiograph.histogram();
    if (this == FULL_RANGE) {
      return atLeastOneWide(histogram.percentile(0), histogram.percentile(100));
    }
    double first = histogram.percentile(1);
    double span = histogram.percentile(99) - first;
    return atLeastOneWide(first + from * span, first + to * span);
  }

  private static DisplayWindow atLeastOneWide(double low, double high) {
    return DisplayWindow.between(low, Math.max(high, low + 1));
  }
}
