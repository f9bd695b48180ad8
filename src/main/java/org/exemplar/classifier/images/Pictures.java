package org.exemplar.classifier.images;

/** Square gray pictures of one size, by row. Thread-safe. */
public interface Pictures {
  /** Number of rows; where they are still being made, waits for the last. */
  int count();

  /**
   * Waits until there are {@code rows}, or no more come. One thread waits at a time.
   *
   * @return how many rows may be copied now
   */
  default int await(int rows) {
    return count();
  }

  /**
   * Copies a picture.
   *
   * @param into one byte per pixel, row by row
   */
  void copy(int row, byte[] into);
}
