package org.exemplar.classifier.images;

/** Square gray pictures of one size, by row. Thread-safe. */
public interface Pictures {
  /** Number of rows. */
  int count();

  /**
   * Copies a picture.
   *
   * @param into one byte per pixel, row by row
   */
  void copy(int row, byte[] into);
}
