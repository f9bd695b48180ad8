package org.exemplar.dicom.codec;

import org.exemplar.radiograph.codec.CodecException;

/** The entropy-coded bits of a JPEG scan, stuffed zero bytes removed. Not thread-safe. */
final class JpegBits {
  private final byte[] data;
  private int at;
  private long buffer;
  private int count;

  /** Bits in the buffer that were made up after the end of the scan. */
  private int invented;

  JpegBits(byte[] data, int from) {
    this.data = data;
    this.at = from;
  }

  /** The next 16 bits without taking them; zeros past the end. */
  int peek16() {
    if (count < 16) {
      fill();
    }
    return (int) (buffer >>> (count - 16)) & 0xFFFF;
  }

  /** Takes bits that were peeked at. */
  void skip(int bits) throws CodecException {
    count -= bits;
    if (count < invented) {
      throw new CodecException("its compressed data end in the middle of the picture");
    }
  }

  /**
   * @param bits 1 to 16
   */
  int take(int bits) throws CodecException {
    int value = peek16() >>> (16 - bits);
    skip(bits);
    return value;
  }

  /**
   * A difference of so many bits, as JPEG codes its sign (T.81 table F.1).
   *
   * @param bits 0 to 15
   */
  int takeSigned(int bits) throws CodecException {
    if (bits == 0) {
      return 0;
    }
    int value = take(bits);
    return value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value;
  }

  /** Moves past a restart marker. */
  void restart(int expected) throws CodecException {
    buffer = 0;
    count = 0;
    invented = 0;
    while (at + 1 < data.length && (data[at] & 0xFF) != 0xFF) {
      at++;
    }
    // Any number of bytes of ones may stand before a marker (T.81 B.1.1.2).
    while (at + 1 < data.length && (data[at + 1] & 0xFF) == 0xFF) {
      at++;
    }
    if (at + 1 >= data.length || (data[at + 1] & 0xFF) != 0xD0 + expected) {
      throw new CodecException("a restart marker is missing in its compressed data");
    }
    at += 2;
  }

  private void fill() {
    while (count <= 48) {
      int next = at < data.length ? data[at] & 0xFF : -1;
      if (next == 0xFF) {
        int after = at + 1 < data.length ? data[at + 1] & 0xFF : -1;
        if (after == 0) {
          at += 2;
        } else {
          next = -1;
        }
      } else if (next >= 0) {
        at++;
      }
      if (next < 0) {
        invented += 8;
      }
      buffer = (buffer << 8) | Math.max(next, 0);
      count += 8;
    }
  }
}
