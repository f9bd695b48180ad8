package org.exemplar.radiograph;

/** The stored values of one gray frame, before any table or window; two bytes each. Immutable. */
public final class StoredPixels {
  private final int rows;
  private final int columns;
  private final int bitsStored;
  private final boolean signed;
  private final short[] values;

  private StoredPixels(int rows, int columns, int bitsStored, boolean signed, short[] values) {
    if (rows < 1 || columns < 1 || bitsStored < 1 || bitsStored > 16) {
      throw new IllegalArgumentException(
          "not a frame: " + rows + " x " + columns + ", " + bitsStored + " bits");
    }
    if (values.length != (long) rows * columns) {
      throw new IllegalArgumentException("values do not fill the frame");
    }
    this.rows = rows;
    this.columns = columns;
    this.bitsStored = bitsStored;
    this.signed = signed;
    this.values = values;
  }

  /**
   * Unsigned values.
   *
   * @param bitsStored 1 to 16; a value beyond these bits is kept as it is
   * @param values row by row from the top, read as unsigned; handed over, not copied: the caller
   *     must not change it
   */
  public static StoredPixels unsigned(int rows, int columns, int bitsStored, short[] values) {
    return new StoredPixels(rows, columns, bitsStored, false, values);
  }

  /**
   * Signed values, already sign-extended to 16 bits.
   *
   * @param bitsStored 1 to 16
   * @param values row by row from the top; handed over, not copied: the caller must not change it
   */
  public static StoredPixels signed(int rows, int columns, int bitsStored, short[] values) {
    return new StoredPixels(rows, columns, bitsStored, true, values);
  }

  /** Height in pixels. */
  public int rows() {
    return rows;
  }

  /** Width in pixels. */
  public int columns() {
    return columns;
  }

  /** Bits that carry the value, 1 to 16. */
  public int bitsStored() {
    return bitsStored;
  }

  /** Whether values are two's complement. */
  public boolean signed() {
    return signed;
  }

  /** Number of pixels. */
  public int count() {
    return values.length;
  }

  /**
   * @param index {@code row × columns + column}
   */
  public int value(int index) {
    return signed ? values[index] : values[index] & 0xFFFF;
  }

  /** The value at a place; row 0 is the top. */
  public int value(int row, int column) {
    return value(
        java.util.Objects.checkIndex(row, rows) * columns
            + java.util.Objects.checkIndex(column, columns));
  }

  /** The 16 bits of a value, as an index from 0 to 65535 into a table over all of them. */
  int bits(int index) {
    return values[index] & 0xFFFF;
  }

  /** What {@link #bits} stands for. */
  int ofBits(int bits) {
    return signed ? (short) bits : bits;
  }
}
