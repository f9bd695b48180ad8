package org.exemplar.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Damage done to DICOM files on purpose. */
final class Mutations {
  private Mutations() {}

  /** The same file with its one fragment cut short, every length around it put right. */
  static byte[] withShorterFragment(byte[] content, int by) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int pixels = 0;
    while (bytes.getInt(pixels) != 0x00107FE0 || bytes.getInt(pixels + 8) != -1) {
      pixels++;
    }
    int table = pixels + 12;
    int item = table + 8 + bytes.getInt(table + 4);
    int length = bytes.getInt(item + 4);
    byte[] cut = Arrays.copyOf(content, item + 8 + length - by + 8);
    ByteBuffer out = ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(item + 4, length - by);
    out.putInt(cut.length - 8, 0xE0DDFFFE);
    out.putInt(cut.length - 4, 0);
    return cut;
  }
}
