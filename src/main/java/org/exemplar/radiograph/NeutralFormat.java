package org.exemplar.radiograph;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a {@link NeutralRadiograph}, big-endian.
 *
 * <pre>
 * "EXNR"  version 1      u8
 * rows, columns          i32, i32
 * spacing kind           u8: 0 none, 1 at detector, 2 calibrated, 3 ratio only
 * row, column spacing    i32, i32, nanometres; 0 without spacing
 * windows                u8, 1 to 8; each: curve u8 (0 linear, 1 sigmoid), low i32, high i32
 * length of pixels       i32
 * pixels                 zlib stream; per row the differences to the pixel on the left (first
 *                        column: above), all upper bytes, then all lower bytes
 * CRC-32                 i32, of everything before
 * </pre>
 */
final class NeutralFormat {
  private static final int MAGIC = 0x45584E52;
  private static final int VERSION = 1;
  private static final int MOST_PIXELS = 1 << 28;
  private static final int DEFLATE_LIMIT = 1040;
  private static final double NANOMETRES = 1e6;

  private NeutralFormat() {}

  static double roundedToNanometre(double millimetres) {
    return Math.max(1, Math.round(millimetres * NANOMETRES)) / NANOMETRES;
  }

  static byte[] encode(NeutralRadiograph radiograph) {
    byte[] pixels = deflate(radiograph);
    int size = 4 + 1 + 8 + 9 + 1 + 9 * radiograph.windows().size() + 4 + pixels.length + 4;
    ByteBuffer out = ByteBuffer.allocate(size);
    out.putInt(MAGIC).put((byte) VERSION);
    out.putInt(radiograph.rows()).putInt(radiograph.columns());
    putSpacing(out, radiograph.spacing());
    out.put((byte) radiograph.windows().size());
    for (DisplayWindow window : radiograph.windows()) {
      out.put((byte) (window.curve() == DisplayWindow.Curve.SIGMOID ? 1 : 0));
      out.putInt((int) Math.round(window.low())).putInt((int) Math.round(window.high()));
    }
    out.putInt(pixels.length).put(pixels);
    out.putInt(crc(out.array(), out.position()));
    return out.array();
  }

  static NeutralRadiograph decode(byte[] bytes) {
    try {
      return decode(bytes, ByteBuffer.wrap(bytes));
    } catch (BufferUnderflowException | DataFormatException | IllegalArgumentException damaged) {
      throw damaged(damaged);
    }
  }

  private static NeutralRadiograph decode(byte[] all, ByteBuffer in) throws DataFormatException {
    if (in.getInt() != MAGIC) {
      throw damaged(null);
    }
    int version = in.get() & 0xFF;
    if (version != VERSION) {
      throw new Problem(
          "The image has format "
              + version
              + ", this program reads format "
              + VERSION
              + ": use the version of the program that made the reading file.");
    }
    if (all.length < 8 || ByteBuffer.wrap(all).getInt(all.length - 4) != crc(all, all.length - 4)) {
      throw damaged(null);
    }
    int rows = in.getInt();
    int columns = in.getInt();
    PixelSpacing spacing = spacing(in);
    List<DisplayWindow> windows = windows(in);
    int length = in.getInt();
    if (length != in.remaining() - 4) {
      throw damaged(null);
    }
    short[] values = inflate(all, in.position(), length, rows, columns);
    return new NeutralRadiograph(rows, columns, values, spacing, windows);
  }

  private static void putSpacing(ByteBuffer out, @Nullable PixelSpacing spacing) {
    if (spacing == null) {
      out.put((byte) 0).putInt(0).putInt(0);
    } else {
      out.put(
          (byte)
              switch (spacing.kind()) {
                case AT_DETECTOR -> 1;
                case CALIBRATED -> 2;
                case RATIO_ONLY -> 3;
              });
      out.putInt((int) Math.round(spacing.rowMillimetres() * NANOMETRES));
      out.putInt((int) Math.round(spacing.columnMillimetres() * NANOMETRES));
    }
  }

  private static @Nullable PixelSpacing spacing(ByteBuffer in) {
    int kind = in.get() & 0xFF;
    int row = in.getInt();
    int column = in.getInt();
    if (kind == 0 && row == 0 && column == 0) {
      return null;
    }
    PixelSpacing.Kind measured =
        switch (kind) {
          case 1 -> PixelSpacing.Kind.AT_DETECTOR;
          case 2 -> PixelSpacing.Kind.CALIBRATED;
          case 3 -> PixelSpacing.Kind.RATIO_ONLY;
          default -> throw new IllegalArgumentException("spacing of kind " + kind);
        };
    return new PixelSpacing(row / NANOMETRES, column / NANOMETRES, measured);
  }

  private static List<DisplayWindow> windows(ByteBuffer in) {
    int count = in.get() & 0xFF;
    if (count < 1 || count > NeutralRadiograph.MOST_WINDOWS) {
      throw new IllegalArgumentException(count + " windows");
    }
    List<DisplayWindow> windows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int curve = in.get() & 0xFF;
      long low = in.getInt();
      long high = in.getInt();
      DisplayWindow.Curve drawn =
          curve == 1 ? DisplayWindow.Curve.SIGMOID : DisplayWindow.Curve.LINEAR;
      if (curve > 1 || high <= low) {
        throw new IllegalArgumentException("window of kind " + curve);
      }
      windows.add(new DisplayWindow((low + high) / 2.0, high - low, drawn));
    }
    return windows;
  }

  private static byte[] deflate(NeutralRadiograph radiograph) {
    int columns = radiograph.columns();
    short[] values = radiograph.centred();
    byte[] row = new byte[2 * columns];
    byte[] packed = new byte[Math.max(64, values.length)];
    int length = 0;
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED + 2)) {
      for (int y = 0; y <= radiograph.rows(); y++) {
        if (y < radiograph.rows()) {
          filter(values, y * columns, columns, row);
          deflater.setInput(row);
        } else {
          deflater.finish();
        }
        while (!deflater.needsInput() || y == radiograph.rows()) {
          if (length == packed.length) {
            packed = Arrays.copyOf(packed, Math.addExact(packed.length, packed.length / 2));
          }
          length += deflater.deflate(packed, length, packed.length - length);
          if (deflater.finished()) {
            break;
          }
        }
      }
    }
    return Arrays.copyOf(packed, length);
  }

  private static void filter(short[] values, int start, int columns, byte[] row) {
    int left = start == 0 ? -NeutralRadiograph.HALF : values[start - columns];
    for (int x = 0; x < columns; x++) {
      int value = values[start + x];
      int difference = value - left;
      row[x] = (byte) (difference >> 8);
      row[columns + x] = (byte) difference;
      left = value;
    }
  }

  private static short[] inflate(byte[] all, int offset, int length, int rows, int columns)
      throws DataFormatException {
    long pixels = (long) rows * columns;
    if (rows < 1
        || columns < 1
        || pixels > MOST_PIXELS
        || 2 * pixels > length * (long) DEFLATE_LIMIT) {
      throw new IllegalArgumentException(rows + " x " + columns + " in " + length + " bytes");
    }
    short[] values = new short[(int) pixels];
    byte[] row = new byte[2 * columns];
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(all, offset, length);
      for (int y = 0; y < rows; y++) {
        fill(inflater, row);
        unfilter(row, values, y * columns, columns);
      }
      if (inflater.inflate(new byte[1]) != 0
          || !inflater.finished()
          || inflater.getRemaining() > 0) {
        throw new DataFormatException("more pixels than announced");
      }
    }
    return values;
  }

  private static void fill(Inflater inflater, byte[] row) throws DataFormatException {
    int filled = 0;
    while (filled < row.length) {
      int more = inflater.inflate(row, filled, row.length - filled);
      if (more == 0) {
        throw new DataFormatException("fewer pixels than announced");
      }
      filled += more;
    }
  }

  private static void unfilter(byte[] row, short[] values, int start, int columns) {
    int left = start == 0 ? -NeutralRadiograph.HALF : values[start - columns];
    for (int x = 0; x < columns; x++) {
      left += (row[x] << 8) | (row[columns + x] & 0xFF);
      values[start + x] = (short) left;
    }
  }

  private static int crc(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private static Problem damaged(@Nullable Exception cause) {
    String sentence =
        "An image in the reading file is damaged: ask the coordinator for the file again.";
    return cause == null ? new Problem(sentence) : new Problem(sentence, cause);
  }
}
