package org.exemplar.radiograph;

/**
 * Stored values that are not image but background (DICOM PS3.3 C.7.5.1.1.2), both ends included.
 *
 * @param low the smaller end
 * @param high the larger end, equal to {@code low} for a single value
 */
public record PaddingRange(int low, int high) {
  public PaddingRange {
    if (high < low) {
      throw new IllegalArgumentException("padding from " + low + " to " + high);
    }
  }

  /** Whether a stored value is padding. */
  public boolean contains(int stored) {
    return stored >= low && stored <= high;
  }
}
