package org.exemplar.dicom.codec;

import java.util.Arrays;
import org.exemplar.radiograph.codec.CodecException;

/**
 * Decodes the one scan of a JPEG-LS picture (ITU-T T.87 annex A; names of variables as there). Not
 * thread-safe, for one use.
 */
final class JpegLsScan {
  /** J of T.87 A.2.1: exponents of run lengths. */
  private static final int[] J = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private static final int RUN = 365;
  private final JpegLsBits bits;
  private final int near;
  private final int step;
  private final int largest;
  private final int reset;
  private final int range;
  private final int qbpp;
  private final int limit;
  private final byte[] regions;
  private final int[] a = new int[367];
  private final int[] b = new int[367];
  private final int[] c = new int[365];
  private final int[] n = new int[367];
  private int runIndex;

  JpegLsScan(JpegLsBits bits, JpegLsCoding coding, int near) {
    this.bits = bits;
    this.near = near;
    step = 2 * near + 1;
    largest = coding.largest();
    reset = coding.reset();
    range = (largest + 2 * near) / step + 1;
    qbpp = bitsFor(range);
    int bpp = Math.max(2, bitsFor(largest + 1));
    limit = 2 * (bpp + Math.max(8, bpp));
    regions = coding.regions(near);
    Arrays.fill(a, Math.max(2, (range + 32) / 64));
    Arrays.fill(n, 1);
  }

  short[] decode(int rows, int columns) throws CodecException {
    short[] values = new short[rows * columns];
    // Each line has a sample before and one after it (T.87 A.2).
    int[] above = new int[columns + 2];
    int[] line = new int[columns + 2];
    for (int row = 0; row < rows; row++) {
      line[0] = above[1];
      above[columns + 1] = above[columns];
      decodeLine(above, line, columns);
      for (int x = 0; x < columns; x++) {
        values[row * columns + x] = (short) line[x + 1];
      }
      int[] old = above;
      above = line;
      line = old;
    }
    return values;
  }

  private void decodeLine(int[] above, int[] line, int columns) throws CodecException {
    int ra = line[0];
    int rc = above[0];
    int rb = above[1];
    for (int x = 1; x <= columns; x++) {
      int rd = above[x + 1];
      int q =
          81 * regions[rd - rb + largest]
              + 9 * regions[rb - rc + largest]
              + regions[rc - ra + largest];
      if (q != 0) {
        ra = regular(q, ra, rb, rc);
        line[x] = ra;
      } else {
        x = run(above, line, x, columns, ra);
        if (x > columns) {
          return;
        }
        ra = line[x];
        rd = above[x + 1];
        rb = above[x];
      }
      rc = rb;
      rb = rd;
    }
  }

  private int regular(int signedContext, int ra, int rb, int rc) throws CodecException {
    int sign = (signedContext >> 31) | 1;
    int q = signedContext * sign;
    int predicted = clamped(median(ra, rb, rc) + sign * c[q]);
    int k = 0;
    while (n[q] << k < a[q]) {
      k++;
    }
    int mapped = golomb(k, limit);
    int error = (mapped >>> 1) ^ -(mapped & 1);
    if (k == 0 && near == 0 && 2 * b[q] <= -n[q]) {
      error = -error - 1;
    }
    update(q, error);
    return reconstruct(predicted, sign * error);
  }

  private void update(int q, int error) {
    b[q] += error * step;
    a[q] += Math.abs(error);
    if (n[q] == reset) {
      a[q] >>= 1;
      b[q] >>= 1;
      n[q] >>= 1;
    }
    n[q]++;
    if (b[q] <= -n[q]) {
      b[q] = Math.max(b[q] + n[q], 1 - n[q]);
      c[q] = Math.max(c[q] - 1, -128);
    } else if (b[q] > 0) {
      b[q] = Math.min(b[q] - n[q], 0);
      c[q] = Math.min(c[q] + 1, 127);
    }
  }

  /** Decodes a run from {@code x} and the sample that breaks it; returns that sample's place. */
  private int run(int[] above, int[] line, int from, int columns, int ra) throws CodecException {
    int x = from;
    while (bits.bit()) {
      int length = 1 << J[runIndex];
      int end = Math.min(x + length, columns + 1);
      Arrays.fill(line, x, end, ra);
      if (end - x == length && runIndex < 31) {
        runIndex++;
      }
      x = end;
      if (x > columns) {
        return x;
      }
    }
    int rest = bits.take(J[runIndex]);
    if (x + rest > columns) {
      throw new CodecException("a run of its JPEG-LS data is longer than its row");
    }
    Arrays.fill(line, x, x + rest, ra);
    x += rest;
    line[x] = interruption(ra, above[x]);
    if (runIndex > 0) {
      runIndex--;
    }
    return x;
  }

  private int interruption(int ra, int rb) throws CodecException {
    int type = Math.abs(ra - rb) <= near ? 1 : 0;
    int q = RUN + type;
    int temp = type == 1 ? a[q] + (n[q] >> 1) : a[q];
    int k = 0;
    while (n[q] << k < temp) {
      k++;
    }
    int mapped = golomb(k, limit - J[runIndex] - 1);
    int shifted = mapped + type;
    int odd = shifted & 1;
    int size = (shifted + odd) / 2;
    boolean negative = (k != 0 || 2 * b[q] >= n[q]) == (odd == 1);
    int error = negative ? -size : size;
    // For the two run contexts, b counts negative errors (Nn of T.87 A.7.2).
    if (error < 0) {
      b[q]++;
    }
    a[q] += (mapped + 1 - type) >> 1;
    if (n[q] == reset) {
      a[q] >>= 1;
      b[q] >>= 1;
      n[q] >>= 1;
    }
    n[q]++;
    if (type == 1) {
      return reconstruct(ra, error);
    }
    return reconstruct(rb, ra > rb ? -error : error);
  }

  private int reconstruct(int predicted, int error) {
    int value = predicted + error * step;
    if (value < -near) {
      value += range * step;
    } else if (value > largest + near) {
      value -= range * step;
    }
    return clamped(value);
  }

  private int clamped(int value) {
    return Math.max(0, Math.min(value, largest));
  }

  private int golomb(int k, int most) throws CodecException {
    int zeros = bits.zeros();
    if (zeros < most - qbpp - 1) {
      if (k > 16) {
        throw new CodecException("its JPEG-LS data are damaged");
      }
      return (zeros << k) | bits.take(k);
    }
    if (zeros > most - qbpp - 1) {
      throw new CodecException("its JPEG-LS data are damaged");
    }
    return bits.take(qbpp) + 1;
  }

  private static int median(int ra, int rb, int rc) {
    int low = Math.min(ra, rb);
    int high = Math.max(ra, rb);
    return rc >= high ? low : rc <= low ? high : ra + rb - rc;
  }

  private static int bitsFor(int values) {
    return 32 - Integer.numberOfLeadingZeros(values - 1);
  }
}
