package org.exemplar.classifier.comparison;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exemplar.problem.Problem;

/**
 * The head of a NumPy array file with two axes, as NumPy Enhancement Proposal 1 and {@code
 * numpy.lib.format} describe it.
 *
 * @param rows first axis
 * @param columns second axis
 * @param bytesPerValue 2 for float16, 4 for float32, 8 for float64
 * @param layout order of bytes and values
 * @param dataOffset bytes before the first value
 */
record NpyHeader(long rows, int columns, int bytesPerValue, Layout layout, long dataOffset) {
  /**
   * How the values lie.
   *
   * @param bigEndian byte order of each
   * @param byColumn whether columns lie whole, as Fortran has them
   */
  record Layout(boolean bigEndian, boolean byColumn) {
    boolean isOurs() {
      return !bigEndian && !byColumn;
    }
  }

  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>=|]?)(\\w+)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape'\\s*:\\s*\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,?\\s*\\)");
  private static final int ALIGNMENT = 64;
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /** The head of a little-endian float32 array, version 1.0. */
  static byte[] float32(long rows, int columns) {
    String dict =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
    int bare = MAGIC.length + 4 + dict.length() + 1;
    int padded = (bare + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer head = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
    head.put(MAGIC).put((byte) 1).put((byte) 0);
    head.putShort((short) (padded - MAGIC.length - 4));
    head.put((dict + " ".repeat(padded - bare) + "\n").getBytes(StandardCharsets.US_ASCII));
    return head.array();
  }

  /** Reads and checks the head of an open file. */
  static NpyHeader read(FileChannel channel, Path file) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    while (start.hasRemaining() && channel.read(start, start.position()) >= 0) {}
    start.flip();
    if (start.remaining() < 12 || !startsWithMagic(start)) {
      throw new Problem(file + " is not a NumPy array file (.npy); make the table again.");
    }
    boolean version1 = start.get(6) == 1;
    int headStart = version1 ? 10 : 12;
    long length = version1 ? Short.toUnsignedInt(start.getShort(8)) : start.getInt(8);
    if (length < 0 || length > 1 << 20 || headStart + length > channel.size()) {
      throw new Problem(file + " is cut off in its head; make the table again.");
    }
    ByteBuffer text = ByteBuffer.allocate((int) length);
    while (text.hasRemaining() && channel.read(text, headStart + text.position()) >= 0) {}
    return parse(
        new String(text.array(), StandardCharsets.UTF_8), headStart + length, channel.size(), file);
  }

  private static boolean startsWithMagic(ByteBuffer start) {
    for (int i = 0; i < MAGIC.length; i++) {
      if (start.get(i) != MAGIC[i]) {
        return false;
      }
    }
    return start.get(6) >= 1 && start.get(6) <= 3;
  }

  private static NpyHeader parse(String dict, long offset, long fileSize, Path file) {
    Matcher descr = DESCR.matcher(dict);
    Matcher order = ORDER.matcher(dict);
    Matcher shape = SHAPE.matcher(dict);
    if (!descr.find() || !order.find() || !shape.find()) {
      throw new Problem(
          file + " does not hold a table of images by findings; save a two-axis float array.");
    }
    String type = descr.group(2);
    if (!(type.equals("f2") || type.equals("f4") || type.equals("f8"))) {
      throw new Problem(
          file + " is not float16, float32 or float64; save it with astype('float32').");
    }
    int bytes = type.charAt(1) - '0';
    long rows;
    int columns;
    try {
      rows = Long.parseLong(shape.group(1));
      columns = Integer.parseInt(shape.group(2));
      long end =
          Math.addExact(offset, Math.multiplyExact(Math.multiplyExact(rows, columns), bytes));
      if (end > fileSize) {
        throw new Problem(file + " is shorter than its head says; make the table again.");
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new Problem(file + " names an impossible size; make the table again.", e);
    }
    var layout = new Layout(descr.group(1).equals(">"), order.group(1).equals("True"));
    return new NpyHeader(rows, columns, bytes, layout, offset);
  }
}
