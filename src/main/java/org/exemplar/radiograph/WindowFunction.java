package org.exemplar.radiograph;

/** VOI LUT Function (DICOM PS3.3 C.11.2.1.2 and C.11.2.1.3), scaled to outputs from 0 to 1. */
public enum WindowFunction {
  /** The default: {@code ((x − (c − ½)) / (w − 1) + ½)}, clamped; {@code w ≥ 1}. */
  LINEAR {
    @Override
    public double apply(double x, double centre, double width) {
      double half = (width - 1) / 2;
      if (x <= centre - 0.5 - half) {
        return 0;
      }
      if (x > centre - 0.5 + half) {
        return 1;
      }
      return (x - (centre - 0.5)) / (width - 1) + 0.5;
    }
  },
  /** {@code (x − c) / w + ½}, clamped; {@code w > 0}. */
  LINEAR_EXACT {
    @Override
    public double apply(double x, double centre, double width) {
      if (x <= centre - width / 2) {
        return 0;
      }
      if (x > centre + width / 2) {
        return 1;
      }
      return (x - centre) / width + 0.5;
    }
  },
  /** {@code 1 / (1 + exp(−4 (x − c) / w))}; {@code w > 0}. */
  SIGMOID {
    @Override
    public double apply(double x, double centre, double width) {
      return 1 / (1 + Math.exp(-4 * (x - centre) / width));
    }
  };

  /**
   * @param x a modality value
   * @param centre window centre, in modality values
   * @param width window width, in modality values
   * @return 0 to 1
   */
  public abstract double apply(double x, double centre, double width);
}
