package org.exemplar.dicom.codec;

import org.exemplar.radiograph.codec.CodecException;

/**
 * The bits of a JPEG-LS scan: after a byte of ones, the next byte carries seven (ITU-T T.87 annex
 * A.1). Not thread-safe.
 */
final class JpegLsBits {
  private final byte[] data;
  private int at;
  private long buffer;
  private int count;
  private int invented;
  private boolean afterOnes;

  JpegLsBits(byte[] data, int from) {
    this.data = data;
    this.at = from;
  }

  boolean bit() throws CodecException {
    return take(1) == 1;
  }

  /**
   * @param bits 0 to 31
   */
  int take(int bits) throws CodecException {
    if (count < bits) {
      fill();
    }
    int value = (int) (buffer >>> (count - bits)) & (int) ((1L << bits) - 1);
    drop(bits);
    return value;
  }

  /** Takes zeros up to the one that ends them, and that one; returns how many zeros. */
  int zeros() throws CodecException {
    int zeros = 0;
    while (true) {
      if (count < 32) {
        fill();
      }
      int leading = Long.numberOfLeadingZeros(buffer << (64 - count));
      if (leading < count) {
        drop(leading + 1);
        return zeros + leading;
      }
      zeros += count;
      drop(count);
    }
  }

  private void drop(int bits) throws CodecException {
    count -= bits;
    if (count < invented) {
      throw new CodecException("its compressed data end in the middle of the picture");
    }
  }

  private void fill() {
    while (count <= 48) {
      int next = at < data.length ? data[at] & 0xFF : -1;
      if (next < 0 || (afterOnes && next >= 0x80)) {
        invented += 8;
        buffer <<= 8;
        count += 8;
        continue;
      }
      int width = afterOnes ? 7 : 8;
      if (next == 0xFF && at + 1 < data.length && (data[at + 1] & 0xFF) >= 0x80) {
        invented += 8;
        buffer <<= 8;
        count += 8;
        continue;
      }
      at++;
      buffer = (buffer << width) | next;
      count += width;
      afterOnes = next == 0xFF;
    }
  }
}
