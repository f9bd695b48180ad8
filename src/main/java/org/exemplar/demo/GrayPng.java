package org.exemplar.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG of one 16-bit gray channel (ISO/IEC 15948), rows filtered by difference to the left. */
final class GrayPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private GrayPng() {}

  static byte[] encode(int side, short[] values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(side).putInt(side).put((byte) 16);
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", deflated(filtered(side, values)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] filtered(int side, short[] values) {
    byte[] rows = new byte[side * (1 + 2 * side)];
    int at = 0;
    for (int row = 0; row < side; row++) {
      rows[at++] = 1;
      int left = 0;
      for (int column = 0; column < side; column++) {
        int value = values[row * side + column] & 0xFFFF;
        rows[at++] = (byte) ((value >>> 8) - (left >>> 8));
        rows[at++] = (byte) (value - left);
        left = value;
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] rows) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(rows.length);
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
