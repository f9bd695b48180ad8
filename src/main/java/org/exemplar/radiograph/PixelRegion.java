package org.exemplar.radiograph;

/**
 * A rectangle of pixels.
 *
 * @param row its top, 0 at the top of the picture
 * @param column its left edge
 * @param rows its height, at least 1
 * @param columns its width, at least 1
 */
public record PixelRegion(int row, int column, int rows, int columns) {
  public PixelRegion {
    if (row < 0 || column < 0 || rows < 1 || columns < 1) {
      throw new IllegalArgumentException("not a region: " + row + ", " + column);
    }
  }

  /** The row below it. */
  public int bottom() {
    return row + rows;
  }

  /** The column to its right. */
  public int right() {
    return column + columns;
  }

  /** Whether both share a pixel. */
  public boolean meets(PixelRegion other) {
    return row < other.bottom()
        && other.row < bottom()
        && column < other.right()
        && other.column < right();
  }

  /** The smallest region that holds both. */
  public PixelRegion with(PixelRegion other) {
    int top = Math.min(row, other.row);
    int left = Math.min(column, other.column);
    return new PixelRegion(
        top,
        left,
        Math.max(bottom(), other.bottom()) - top,
        Math.max(right(), other.right()) - left);
  }

  /** Grown by a margin on each side, within a picture. */
  PixelRegion grown(int margin, int pictureRows, int pictureColumns) {
    int top = Math.max(0, row - margin);
    int left = Math.max(0, column - margin);
    return new PixelRegion(
        top,
        left,
        Math.min(pictureRows, bottom() + margin) - top,
        Math.min(pictureColumns, right() + margin) - left);
  }

  /** With rows and columns exchanged. */
  PixelRegion transposed() {
    return new PixelRegion(column, row, columns, rows);
  }
}
