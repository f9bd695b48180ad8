package org.exemplar.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes pixels as PNG (ISO/IEC 15948): 8-bit RGB, its resolution said. */
final class PngWriter {
  /** Pixels for each unit of a drawing: 300 to the inch. */
  static final double SCALE = 300.0 / 96;

  private static final int PER_METRE = (int) Math.round(300 / 0.0254);
  private static final byte[] SIGNATURE = {(byte) 137, 'P', 'N', 'G', 13, 10, 26, 10};

  private PngWriter() {}

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(image));
      chunk(out, "pHYs", resolution());
      chunk(out, "IDAT", pixels(image));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeInt((int) check.getValue());
  }

  private static byte[] header(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(image.getWidth());
      out.writeInt(image.getHeight());
      out.write(new byte[] {8, 2, 0, 0, 0});
    }
    return bytes.toByteArray();
  }

  private static byte[] resolution() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(PER_METRE);
      out.writeInt(PER_METRE);
      out.writeByte(1);
    }
    return bytes.toByteArray();
  }

  /** Rows from the top, each after a zero that says it is not filtered. */
  private static byte[] pixels(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, best)) {
      for (int y = 0; y < image.getHeight(); y++) {
        byte[] row = new byte[1 + 3 * image.getWidth()];
        for (int x = 0; x < image.getWidth(); x++) {
          int rgb = image.getRGB(x, y);
          row[1 + 3 * x] = (byte) (rgb >> 16);
          row[2 + 3 * x] = (byte) (rgb >> 8);
          row[3 + 3 * x] = (byte) rgb;
        }
        out.write(row);
      }
    } finally {
      best.end();
    }
    return bytes.toByteArray();
  }
}
