package org.exemplar.radiograph;

/** Modality value → share of full display range, 0 to 1 (DICOM PS3.3 C.11.2). */
public sealed interface VoiTransform {
  /**
   * @param modality a value after the modality step
   * @return 0 to 1
   */
  double apply(double modality);

  /** What the file calls it, e.g. {@code "LUNG"}; empty when it says nothing. */
  String explanation();

  /**
   * Window centre and width.
   *
   * @param centre finite, in modality values
   * @param width finite, in modality values; at least 1 for {@link WindowFunction#LINEAR}, above 0
   *     otherwise
   * @param explanation what the file calls it, empty when it says nothing
   */
  record Window(double centre, double width, WindowFunction function, String explanation)
      implements VoiTransform {
    public Window {
      boolean wide = function == WindowFunction.LINEAR ? width >= 1 : width > 0;
      if (!Double.isFinite(centre) || !Double.isFinite(width) || !wide) {
        throw new IllegalArgumentException("not a window: centre " + centre + ", width " + width);
      }
    }

    @Override
    public double apply(double modality) {
      return function.apply(modality, centre, width);
    }
  }

  /** A VOI LUT. Modality values are rounded to the nearest integer first. */
  record Table(LookupTable table, String explanation) implements VoiTransform {
    @Override
    public double apply(double modality) {
      return (double) table.get(Math.round(modality)) / table.largest();
    }
  }

  /**
   * All values from {@code low} (0) to {@code high} (1) in a straight line: what an image without a
   * window is shown with.
   *
   * @param low finite
   * @param high finite, not below {@code low}
   */
  record FullRange(double low, double high) implements VoiTransform {
    public FullRange {
      if (!Double.isFinite(low) || !Double.isFinite(high) || high < low) {
        throw new IllegalArgumentException("not a range: " + low + " to " + high);
      }
    }

    @Override
    public double apply(double modality) {
      return high == low ? 0 : Math.clamp((modality - low) / (high - low), 0, 1);
    }

    @Override
    public String explanation() {
      return "full range";
    }
  }
}
