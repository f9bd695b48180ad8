package org.exemplar.dicom.codec;

/**
 * The accurate integer inverse DCT of Loeffler, Ligtenberg and Moschytz (ICASSP 1989), with the
 * 13-bit constants and the rounding that the Independent JPEG Group's library made the rule, so
 * that lossy films decode to the same values as elsewhere.
 */
final class InverseDct {
  private static final int CONSTANT_BITS = 13;
  private static final int C_0_298 = 2446;
  private static final int C_0_390 = 3196;
  private static final int C_0_541 = 4433;
  private static final int C_0_765 = 6270;
  private static final int C_0_899 = 7373;
  private static final int C_1_175 = 9633;
  private static final int C_1_501 = 12299;
  private static final int C_1_847 = 15137;
  private static final int C_1_961 = 16069;
  private static final int C_2_053 = 16819;
  private static final int C_2_562 = 20995;
  private static final int C_3_072 = 25172;

  private final int pass1Bits;
  private final int centre;
  private final int largest;

  /**
   * @param bits 8 or 12
   */
  InverseDct(int bits) {
    pass1Bits = bits == 8 ? 2 : 1;
    centre = 1 << (bits - 1);
    largest = (1 << bits) - 1;
  }

  /** Turns dequantised coefficients, row by row, into samples in place. */
  void apply(int[] block) {
    for (int column = 0; column < 8; column++) {
      transform(block, column, 8, CONSTANT_BITS - pass1Bits);
    }
    for (int row = 0; row < 64; row += 8) {
      transform(block, row, 1, CONSTANT_BITS + pass1Bits + 3);
    }
    for (int i = 0; i < 64; i++) {
      block[i] = Math.clamp(block[i] + (long) centre, 0, largest);
    }
  }

  private static void transform(int[] b, int at, int step, int shift) {
    int z2 = b[at + 2 * step];
    int z3 = b[at + 6 * step];
    int z1 = (z2 + z3) * C_0_541;
    int t2 = z1 - z3 * C_1_847;
    int t3 = z1 + z2 * C_0_765;
    int t0 = (b[at] + b[at + 4 * step]) << CONSTANT_BITS;
    int t1 = (b[at] - b[at + 4 * step]) << CONSTANT_BITS;
    int e0 = t0 + t3;
    int e3 = t0 - t3;
    int e1 = t1 + t2;
    int e2 = t1 - t2;

    int o0 = b[at + 7 * step];
    int o1 = b[at + 5 * step];
    int o2 = b[at + 3 * step];
    int o3 = b[at + step];
    int y1 = -(o0 + o3) * C_0_899;
    int y2 = -(o1 + o2) * C_2_562;
    int y5 = (o0 + o2 + o1 + o3) * C_1_175;
    int y3 = -(o0 + o2) * C_1_961 + y5;
    int y4 = -(o1 + o3) * C_0_390 + y5;
    o0 = o0 * C_0_298 + y1 + y3;
    o1 = o1 * C_2_053 + y2 + y4;
    o2 = o2 * C_3_072 + y2 + y3;
    o3 = o3 * C_1_501 + y1 + y4;

    int half = 1 << (shift - 1);
    b[at] = (e0 + o3 + half) >> shift;
    b[at + 7 * step] = (e0 - o3 + half) >> shift;
    b[at + step] = (e1 + o2 + half) >> shift;
    b[at + 6 * step] = (e1 - o2 + half) >> shift;
    b[at + 2 * step] = (e2 + o1 + half) >> shift;
    b[at + 5 * step] = (e2 - o1 + half) >> shift;
    b[at + 3 * step] = (e3 + o0 + half) >> shift;
    b[at + 4 * step] = (e3 - o0 + half) >> shift;
  }
}
