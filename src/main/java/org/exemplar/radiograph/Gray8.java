package org.exemplar.radiograph;

/** An 8-bit gray picture as networks and thumbnails take it. Immutable. */
public final class Gray8 {
  private final int rows;
  private final int columns;
  private final byte[] values;

  private Gray8(int rows, int columns, byte[] values) {
    if (rows < 1 || columns < 1 || values.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "not a picture: " + rows + " x " + columns + " with " + values.length + " values");
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /**
   * @param rows height in pixels, at least 1
   * @param columns width in pixels, at least 1
   * @param values row by row from the top; handed over, not copied: the caller must not change it
   */
  public static Gray8 of(int rows, int columns, byte[] values) {
    return new Gray8(rows, columns, values);
  }

  /** Height in pixels. */
  public int rows() {
    return rows;
  }

  /** Width in pixels. */
  public int columns() {
    return columns;
  }

  /** Number of pixels. */
  public int count() {
    return values.length;
  }

  /**
   * @param index {@code row × columns + column}
   * @return 0 to 255
   */
  public int value(int index) {
    return values[index] & 0xFF;
  }

  /** A copy of the values, row by row from the top. */
  public byte[] toBytes() {
    return values.clone();
  }

  byte[] shared() {
    return values;
  }
}
