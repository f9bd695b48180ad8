package org.exemplar.radiograph.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The kind of PNG that most films are kept in: 8-bit gray, not interlaced, opaque, upright. Its
 * samples are its pixels, so they are inflated and unfiltered here (PNG specification, 2nd edition,
 * chapters 9 and 10), which takes less time than a library that must be ready for every kind.
 */
public final class GrayPng {
  private static final int HEADER = 0x49484452; // "IHDR"
  private static final int DATA = 0x49444154; // "IDAT"
  private static final int END = 0x49454E44; // "IEND"

  /** Chunks that change no pixel: gAMA cHRM sRGB iCCP sBIT bKGD pHYs tIME tEXt zTXt iTXt. */
  private static final Set<Integer> REMARKS =
      Set.of(
          0x67414D41,
          0x6348524D,
          0x73524742,
          0x69434350,
          0x73424954,
          0x624B4744,
          0x70485973,
          0x74494D45,
          0x74455874,
          0x7A545874,
          0x69545874);

  private static final int FIRST_CHUNK = 8;
  private static final int STRIPE = 1 << 16;
  private static final long MOST_PIXELS = 1L << 28;

  private final byte[] encoded;
  private final int rows;
  private final int columns;
  private final List<Part> parts;
  private final Inflater inflater;
  private int fed;

  /** Where a piece of the compressed samples lies. */
  private record Part(int at, int length) {}

  private GrayPng(byte[] encoded, List<Part> parts, Inflater inflater) {
    this.encoded = encoded;
    columns = ByteBuffer.wrap(encoded).getInt(16);
    rows = ByteBuffer.wrap(encoded).getInt(20);
    this.parts = parts;
    this.inflater = inflater;
  }

  /**
   * The picture of a file whose chunks are all there (see {@link PngSamples#requireWhole}).
   *
   * @return empty when it is of another kind, or its samples are damaged: for others to judge
   */
  public static Optional<GrayBytes> decode(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    List<Part> parts = new ArrayList<>();
    if (!isPlain(bytes) || !collect(bytes, parts)) {
      return Optional.empty();
    }
    try (var inflater = new Inflater()) {
      return new GrayPng(encoded, parts, inflater).picture();
    } catch (DataFormatException damaged) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(ByteBuffer bytes) {
    if (bytes.capacity() < 33 || bytes.getInt(12) != HEADER) {
      return false;
    }
    int columns = bytes.getInt(16);
    int rows = bytes.getInt(20);
    boolean gray8 = bytes.get(24) == 8 && bytes.get(25) == 0;
    boolean usual = bytes.get(26) == 0 && bytes.get(27) == 0 && bytes.get(28) == 0;
    return gray8 && usual && columns > 0 && rows > 0 && (long) rows * columns <= MOST_PIXELS;
  }

  /** Whether nothing but samples and remarks follows the header. */
  private static boolean collect(ByteBuffer bytes, List<Part> parts) {
    int at = FIRST_CHUNK;
    while (bytes.capacity() - at >= 12) {
      int length = bytes.getInt(at);
      int type = bytes.getInt(at + 4);
      if (length < 0 || length > bytes.capacity() - at - 12) {
        return false;
      }
      if (type == END) {
        return true;
      }
      if (type == DATA) {
        parts.add(new Part(at + 8, length));
      } else if (type != HEADER && !REMARKS.contains(type)) {
        return false;
      }
      at += length + 12;
    }
    return false;
  }

  private Optional<GrayBytes> picture() throws DataFormatException {
    byte[] values = new byte[Math.multiplyExact(rows, columns)];
    int line = columns + 1;
    byte[] stripe = new byte[Math.max(line, Math.min(STRIPE / line, rows) * line)];
    int stripeRows = stripe.length / line;
    byte[] nothing = new byte[columns];
    for (int row = 0; row < rows; row++) {
      int at = row % stripeRows * line;
      if (at == 0 && !fill(stripe, Math.min(stripeRows, rows - row) * line)) {
        return Optional.empty();
      }
      int to = row * columns;
      byte[] above = row == 0 ? nothing : values;
      if (!unfilter(stripe, at, above, row == 0 ? 0 : to - columns, values, to)) {
        return Optional.empty();
      }
    }
    return ended() ? Optional.of(new GrayBytes(rows, columns, values)) : Optional.empty();
  }

  /** Inflates so many bytes; false where there are fewer. */
  private boolean fill(byte[] stripe, int count) throws DataFormatException {
    int filled = 0;
    while (filled < count) {
      int more = inflater.inflate(stripe, filled, count - filled);
      filled += more;
      if (more == 0 && (inflater.finished() || inflater.needsDictionary() || !feed())) {
        return false;
      }
    }
    return true;
  }

  private boolean feed() {
    if (!inflater.needsInput() || fed == parts.size()) {
      return false;
    }
    Part part = parts.get(fed++);
    inflater.setInput(encoded, part.at, part.length);
    return true;
  }

  /** Whether the samples end here, with their checksum right, and nothing follows. */
  private boolean ended() throws DataFormatException {
    byte[] more = new byte[1];
    while (!inflater.finished()) {
      if (inflater.inflate(more) > 0 || (!inflater.finished() && !feed())) {
        return false;
      }
    }
    return inflater.getRemaining() == 0 && fed == parts.size();
  }

  /** One row: {@code stripe} holds its filter's number, then its filtered samples. */
  private boolean unfilter(byte[] stripe, int at, byte[] up, int shift, byte[] values, int to) {
    int from = at + 1;
    switch (stripe[at]) {
      case 0 -> System.arraycopy(stripe, from, values, to, columns);
      case 1 -> unfilterSub(stripe, from, values, to);
      case 2 -> {
        for (int i = 0; i < columns; i++) {
          values[to + i] = (byte) (stripe[from + i] + up[shift + i]);
        }
      }
      case 3 -> {
        int left = 0;
        for (int i = 0; i < columns; i++) {
          left = (stripe[from + i] + ((left + (up[shift + i] & 0xFF)) >> 1)) & 0xFF;
          values[to + i] = (byte) left;
        }
      }
      case 4 -> unfilterPaeth(stripe, from, up, shift, values, to);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void unfilterSub(byte[] stripe, int from, byte[] values, int to) {
    int left = 0;
    for (int i = 0; i < columns; i++) {
      left += stripe[from + i];
      values[to + i] = (byte) left;
    }
  }

  private void unfilterPaeth(byte[] stripe, int from, byte[] up, int shift, byte[] values, int to) {
    int left = 0;
    int corner = 0;
    for (int i = 0; i < columns; i++) {
      int over = up[shift + i] & 0xFF;
      int byLeft = Math.abs(over - corner);
      int byOver = Math.abs(left - corner);
      int byCorner = Math.abs(left + over - 2 * corner);
      int nearest = byOver <= byCorner ? over : corner;
      nearest = byLeft <= byOver && byLeft <= byCorner ? left : nearest;
      left = (stripe[from + i] + nearest) & 0xFF;
      values[to + i] = (byte) left;
      corner = over;
    }
  }
}
