package org.exemplar.radiograph.codec;

/** Decoded 8-bit gray, handed over, not shared. */
public final class GrayBytes {
  private final int rows;
  private final int columns;
  private final byte[] values;

  GrayBytes(int rows, int columns, byte[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** Height in pixels. */
  public int rows() {
    return rows;
  }

  /** Width in pixels. */
  public int columns() {
    return columns;
  }

  /** {@code rows × columns} values from 0 to 255, rows from the top; not a copy. */
  public byte[] values() {
    return values;
  }
}
