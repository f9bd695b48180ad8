package org.exemplar.radiograph.codec;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The samples of a PNG as they are stored: palette indices, alpha and all, nothing converted. What
 * {@code inspect} takes its digest of.
 */
public final class PngSamples {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
  private static final int END = 0x49454E44; // "IEND"
  private static final long MOST_PIXELS = 1L << 28;

  private PngSamples() {}

  /**
   * @param encoded a whole PNG file
   * @return samples interleaved by pixel, in the file's own order of channels
   * @throws CodecException when it is damaged
   */
  public static Samples decode(byte[] encoded) throws CodecException {
    Header header = Header.of(encoded);
    if ((long) header.rows * header.columns > MOST_PIXELS) {
      throw new CodecException("it has more pixels than any radiograph");
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
      reader.setInput(input, true, true);
      Raster raster = reader.read(0).getRaster();
      int bands = raster.getNumBands();
      int[] row = new int[Math.multiplyExact(header.columns, bands)];
      short[] values = new short[Math.multiplyExact(row.length, header.rows)];
      for (int y = 0; y < header.rows; y++) {
        raster.getPixels(raster.getMinX(), raster.getMinY() + y, header.columns, 1, row);
        for (int i = 0; i < row.length; i++) {
          values[y * row.length + i] = (short) row[i];
        }
      }
      return new Samples(header.rows, header.columns, bands, header.bits, values);
    } catch (IOException | RuntimeException damaged) {
      throw new CodecException("its pixels are damaged", damaged);
    } finally {
      reader.dispose();
    }
  }

  /** Whether the bytes begin as a PNG does. */
  public static boolean recognises(byte[] head) {
    return head.length >= SIGNATURE.length
        && java.util.Arrays.equals(head, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /**
   * Refuses a file that is cut short or changed: every chunk must be there up to the last, with its
   * checksum right (PNG specification 5.3). Decoders would fill what is missing with black.
   */
  public static void requireWhole(byte[] encoded) throws CodecException {
    java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(encoded);
    int at = SIGNATURE.length;
    boolean ended = false;
    while (!ended) {
      if (encoded.length - at < 12) {
        throw new CodecException("it ends in the middle of the picture");
      }
      int length = bytes.getInt(at);
      if (length < 0 || length > encoded.length - at - 12) {
        throw new CodecException("it ends in the middle of the picture");
      }
      CRC32 crc = new CRC32();
      crc.update(encoded, at + 4, length + 4);
      if ((int) crc.getValue() != bytes.getInt(at + 8 + length)) {
        throw new CodecException("a part of it was changed after it was written");
      }
      ended = bytes.getInt(at + 4) == END;
      at += length + 12;
    }
  }

  /** The colour type of the header chunk: 0 gray, 2 RGB, 3 palette, 4 gray + alpha, 6 RGBA. */
  public static int colourType(byte[] encoded) throws CodecException {
    return Header.of(encoded).colourType;
  }

  private record Header(int rows, int columns, int bits, int colourType) {
    static Header of(byte[] encoded) throws CodecException {
      if (!recognises(encoded) || encoded.length < 33) {
        throw new CodecException("it ends before its header does");
      }
      java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(encoded);
      int columns = bytes.getInt(16);
      int rows = bytes.getInt(20);
      int bits = encoded[24];
      if (columns < 1 || rows < 1 || bits < 1 || bits > 16) {
        throw new CodecException("its header makes no sense");
      }
      return new Header(rows, columns, bits, encoded[25]);
    }
  }
}
