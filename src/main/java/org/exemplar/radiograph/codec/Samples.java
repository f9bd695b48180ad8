package org.exemplar.radiograph.codec;

/**
 * Decoded samples of one picture, interleaved by pixel, rows from the top.
 *
 * <p>Unsigned values of up to 16 bits, or signed ones where the codestream says so; the caller
 * knows how to read them. The array is not copied: a {@code Samples} is handed over, not shared.
 */
public final class Samples {
  private final int rows;
  private final int columns;
  private final int channels;
  private final int bits;
  private final short[] values;

  /**
   * @param rows height in pixels, at least 1
   * @param columns width in pixels, at least 1
   * @param channels samples per pixel, at least 1
   * @param bits bits of a sample that the coded form declares, 1 to 16
   * @param values {@code rows × columns × channels} samples
   */
  public Samples(int rows, int columns, int channels, int bits, short[] values) {
    if (rows < 1 || columns < 1 || channels < 1 || bits < 1 || bits > 16) {
      throw new IllegalArgumentException(
          "not a picture: " + rows + "x" + columns + "x" + channels + ", " + bits + " bits");
    }
    if (values.length != (long) rows * columns * channels) {
      throw new IllegalArgumentException("samples do not fill the picture");
    }
    this.rows = rows;
    this.columns = columns;
    this.channels = channels;
    this.bits = bits;
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

  /** Samples per pixel. */
  public int channels() {
    return channels;
  }

  /** Bits of a sample in the coded form, 1 to 16. */
  public int bits() {
    return bits;
  }

  /** The samples themselves, not a copy. */
  public short[] values() {
    return values;
  }
}
