package org.exemplar.radiograph;

import org.exemplar.radiograph.codec.OpenCv;

/**
 * OpenCV's bilinear resize of 8-bit gray, bit for bit what {@code cv2.resize} gives: fixed-point
 * weights, half-pixel centres, no antialiasing. Safe from any number of threads.
 */
public final class BilinearResize {
  private BilinearResize() {}

  /**
   * @param rows new height, at least 1
   * @param columns new width, at least 1
   * @return the picture itself when it has that size already
   */
  public static Gray8 to(Gray8 picture, int rows, int columns) {
    if (picture.rows() == rows && picture.columns() == columns) {
      return picture;
    }
    return Gray8.of(
        rows,
        columns,
        OpenCv.resizeBilinear(picture.shared(), picture.rows(), picture.columns(), rows, columns));
  }
}
