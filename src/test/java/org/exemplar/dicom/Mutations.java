package org.exemplar.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Damage done to DICOM files on purpose. */
final class Mutations {
  private Mutations() {}

  /** One to eight random changes, most of them in the header, where they hurt. */
  static byte[] random(byte[] original, RandomGenerator random) {
    byte[] mutant = original.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes && mutant.length > 4; i++) {
      int reach = random.nextInt(4) == 0 ? mutant.length : Math.min(mutant.length, 1500);
      int at = random.nextInt(reach);
      switch (random.nextInt(6)) {
        case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutant[at] = (byte) random.nextInt(256);
        case 2 -> mutant[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
        case 3 -> Arrays.fill(mutant, at, Math.min(mutant.length, at + 4), (byte) 0xFF);
        case 4 -> mutant = Arrays.copyOf(mutant, Math.max(4, mutant.length - random.nextInt(200)));
        default -> {
          int length = Math.min(random.nextInt(64), mutant.length - at);
          int from = random.nextInt(mutant.length - length + 1);
          System.arraycopy(mutant.clone(), from, mutant, at, length);
        }
      }
    }
    return mutant;
  }

  /** Makes header and JPEG 2000 codestream say that samples are signed, with all 16 bits. */
  static void setSigned(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 8 < content.length; at++) {
      if (bytes.getInt(at) == 0x01010028) {
        bytes.putShort(at + 8, (short) 16);
      } else if (bytes.getInt(at) == 0x01020028) {
        bytes.putShort(at + 8, (short) 15);
      } else if (bytes.getInt(at) == 0x01030028) {
        bytes.putShort(at + 8, (short) 1);
      } else if (bytes.getInt(at) == 0x51FF4FFF) {
        content[at + 42] |= (byte) 0x80;
        return;
      }
    }
  }

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
