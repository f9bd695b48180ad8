package org.exemplar.dicom.codec;

import org.exemplar.radiograph.codec.CodecException;

/**
 * The numbers that govern a JPEG-LS scan (ITU-T T.87 annexes A.1 and C.2.4.1.1).
 *
 * @param largest MAXVAL
 * @param t1 first gradient threshold
 * @param t2 second gradient threshold
 * @param t3 third gradient threshold
 * @param reset RESET, at which counts are halved
 */
record JpegLsCoding(int largest, int t1, int t2, int t3, int reset) {
  private static final int DEFAULT_RESET = 64;

  JpegLsCoding {
    if (largest < 1 || largest > 65535 || reset < 3 || t1 < 1 || t2 < t1 || t3 < t2) {
      throw new IllegalArgumentException("no such JPEG-LS coding");
    }
  }

  /**
   * What the standard lays down where the codestream says nothing or 0.
   *
   * @param preset MAXVAL, T1, T2, T3, RESET as in an LSE segment, 0 where not given
   * @param bits precision
   * @param near largest error of a sample
   */
  static JpegLsCoding of(int[] preset, int bits, int near) throws CodecException {
    int largest = preset[0] == 0 ? (1 << bits) - 1 : preset[0];
    int t1;
    int t2;
    int t3;
    if (largest >= 128) {
      int factor = (Math.min(largest, 4095) + 128) / 256;
      t1 = within(factor + 2 + 3 * near, near + 1, largest);
      t2 = within(factor * 4 + 3 + 5 * near, t1, largest);
      t3 = within(factor * 17 + 4 + 7 * near, t2, largest);
    } else {
      int factor = 256 / (largest + 1);
      t1 = within(Math.max(2, 3 / factor + 3 * near), near + 1, largest);
      t2 = within(Math.max(3, 7 / factor + 5 * near), t1, largest);
      t3 = within(Math.max(4, 21 / factor + 7 * near), t2, largest);
    }
    try {
      return new JpegLsCoding(
          largest,
          preset[1] == 0 ? t1 : preset[1],
          preset[2] == 0 ? t2 : preset[2],
          preset[3] == 0 ? t3 : preset[3],
          preset[4] == 0 ? DEFAULT_RESET : preset[4]);
    } catch (IllegalArgumentException impossible) {
      throw new CodecException("the coding parameters of its JPEG-LS data are impossible");
    }
  }

  /** For each gradient from −MAXVAL to MAXVAL, its region from −4 to 4; index gradient + MAXVAL. */
  byte[] regions(int near) {
    byte[] regions = new byte[2 * largest + 1];
    for (int d = -largest; d <= largest; d++) {
      int size = Math.abs(d);
      int region = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
      regions[d + largest] = (byte) (d < 0 ? -region : region);
    }
    return regions;
  }

  private static int within(int value, int low, int high) {
    return value > high || value < low ? low : value;
  }
}
