package org.exemplar.radiograph;

/** Stored value → modality value (DICOM PS3.3 C.11.1): a straight line or a table. */
public sealed interface ModalityTransform {
  /** Leaves values as they are. */
  ModalityTransform NONE = new Rescale(1, 0);

  /**
   * @param stored a stored value, signed or not as the pixels are
   */
  double apply(int stored);

  /**
   * {@code slope × stored + intercept}.
   *
   * @param slope finite, not 0
   * @param intercept finite
   */
  record Rescale(double slope, double intercept) implements ModalityTransform {
    public Rescale {
      if (!Double.isFinite(slope) || slope == 0 || !Double.isFinite(intercept)) {
        throw new IllegalArgumentException("not a rescale: " + slope + " x + " + intercept);
      }
    }

    @Override
    public double apply(int stored) {
      return slope * stored + intercept;
    }
  }

  /** A modality LUT. */
  record Table(LookupTable table) implements ModalityTransform {
    @Override
    public double apply(int stored) {
      return table.get(stored);
    }
  }
}
