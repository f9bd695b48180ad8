package org.exemplar.radiograph;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A radiograph with nothing left of its source: 16-bit gray over the full scale, 0 black, after the
 * modality step and with MONOCHROME1 turned; pixel spacing, and the windows to show it with.
 *
 * <p>This is the one form of pixels that goes into reading files. Whatever the source's bit depth,
 * its darkest value becomes 0 and its brightest 65535, padding becomes 0. Windows lose their names
 * and are rounded to whole values, spacing to nanometres. Immutable and thread-safe.
 */
public final class NeutralRadiograph {
  /** The brightest value. */
  public static final int LARGEST = 65535;

  static final int MOST_WINDOWS = 8;

  /** What is taken off a value to store it. */
  static final int HALF = 32768;

  private final int rows;
  private final int columns;

  /** Values less 32768: signed shorts, which processors turn into floats many at a time. */
  private final short[] centred;

  private final @Nullable PixelSpacing spacing;
  private final List<DisplayWindow> windows;

  /** Counted when first asked for; counting twice gives the same. */
  private volatile @Nullable Histogram histogram;

  NeutralRadiograph(
      int rows,
      int columns,
      short[] centred,
      @Nullable PixelSpacing spacing,
      List<DisplayWindow> windows) {
    if (rows < 1 || columns < 1 || centred.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "not a picture: " + rows + " x " + columns + " with " + centred.length + " values");
    }
    if (windows.isEmpty() || windows.size() > MOST_WINDOWS) {
      throw new IllegalArgumentException("a neutral radiograph has 1 to 8 windows");
    }
    this.rows = rows;
    this.columns = columns;
    this.centred = centred;
    this.spacing = spacing;
    this.windows = List.copyOf(windows);
  }

  /** The radiograph made neutral; see the class comment. */
  public static NeutralRadiograph of(Radiograph radiograph) {
    return Neutralisation.of(radiograph);
  }

  /**
   * From values made elsewhere, e.g. a test pattern.
   *
   * @param values row by row from the top, unsigned; copied
   * @param windows 1 to 8, the default first
   */
  public static NeutralRadiograph of(
      int rows,
      int columns,
      short[] values,
      @Nullable PixelSpacing spacing,
      List<DisplayWindow> windows) {
    short[] centred = new short[values.length];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = (short) (values[i] - HALF);
    }
    return new NeutralRadiograph(rows, columns, centred, spacing, windows);
  }

  /**
   * The radiograph out of a reading file.
   *
   * @param bytes what {@link #encode} gave
   * @throws org.exemplar.problem.Problem when they are damaged or of a newer version
   */
  public static NeutralRadiograph decode(byte[] bytes) {
    return NeutralFormat.decode(bytes);
  }

  /**
   * The radiograph with regions blacked out.
   *
   * @param regions of this picture
   */
  public NeutralRadiograph masked(Collection<PixelRegion> regions) {
    short[] values = centred.clone();
    for (PixelRegion region : regions) {
      for (int row = region.row(); row < Math.min(rows, region.bottom()); row++) {
        int right = Math.min(columns, region.right());
        if (region.column() < right) {
          Arrays.fill(
              values, row * columns + region.column(), row * columns + right, (short) -HALF);
        }
      }
    }
    return new NeutralRadiograph(rows, columns, values, spacing, windows);
  }

  /** The radiograph for a reading file, lossless; the same bytes for the same radiograph. */
  public byte[] encode() {
    return NeutralFormat.encode(this);
  }

  /** Height in pixels. */
  public int rows() {
    return rows;
  }

  /** Width in pixels. */
  public int columns() {
    return columns;
  }

  /** The value at a place, 0 to 65535; row 0 is the top. */
  public int value(int row, int column) {
    return centred[
            java.util.Objects.checkIndex(row, rows) * columns
                + java.util.Objects.checkIndex(column, columns)]
        + HALF;
  }

  /** Null when unknown. */
  public @Nullable PixelSpacing spacing() {
    return spacing;
  }

  /** Height of a pixel over its width; 1 when unknown. */
  public double aspect() {
    return spacing == null ? 1 : spacing.aspect();
  }

  /** The windows to choose from, 1 to 8; the first is how it was acquired. */
  public List<DisplayWindow> windows() {
    return windows;
  }

  /** How often each of the 65536 values occurs. */
  public Histogram histogram() {
    Histogram counted = histogram;
    if (counted == null) {
      counted = Histogram.of(centred);
      histogram = counted;
    }
    return counted;
  }

  /** The values less 32768, not a copy. */
  short[] centred() {
    return centred;
  }
}
