package org.exemplar.dicom.codec;

import org.exemplar.radiograph.codec.CodecException;

/** A scan of sequential DCT JPEG with one component (ITU-T T.81 annex F). */
final class JpegSequential {
  private static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  private final FrameShape shape;
  private final JpegBits stream;
  private final HuffmanTable dc;
  private final HuffmanTable ac;
  private final int[] quantisers;
  private final int[] block = new int[64];

  JpegSequential(
      FrameShape shape, JpegBits stream, HuffmanTable dc, HuffmanTable ac, int[] quantisers) {
    this.shape = shape;
    this.stream = stream;
    this.dc = dc;
    this.ac = ac;
    this.quantisers = quantisers;
  }

  /**
   * @param bits 8 or 12
   * @param restartInterval blocks between restart markers, 0 without
   */
  short[] decode(int bits, int restartInterval) throws CodecException {
    InverseDct transform = new InverseDct(bits);
    short[] values = new short[shape.rows() * shape.columns()];
    int across = (shape.columns() + 7) / 8;
    int down = (shape.rows() + 7) / 8;
    int blocks = across * down;
    int level = 0;
    for (int i = 0; i < blocks; i++) {
      if (restartInterval > 0 && i > 0 && i % restartInterval == 0) {
        stream.restart((i / restartInterval - 1) & 7);
        level = 0;
      }
      level = readBlock(level);
      transform.apply(block);
      place(values, i / across * 8, i % across * 8);
    }
    return values;
  }

  /** Reads and dequantises a block; returns its DC level. */
  private int readBlock(int levelBefore) throws CodecException {
    java.util.Arrays.fill(block, 0);
    int bits = dc.decode(stream);
    if (bits > 15) {
      throw new CodecException("its compressed data hold an impossible difference");
    }
    int level = levelBefore + stream.takeSigned(bits);
    block[0] = level * quantisers[0];
    for (int k = 1; k < 64; k++) {
      int symbol = ac.decode(stream);
      int size = symbol & 0xF;
      int run = symbol >> 4;
      if (size == 0) {
        if (run != 15) {
          break;
        }
        k += 15;
      } else {
        k += run;
        if (k > 63) {
          throw new CodecException("a block of its compressed data is longer than a block can be");
        }
        block[ZIGZAG[k]] = stream.takeSigned(size) * quantisers[k];
      }
    }
    return level;
  }

  private void place(short[] values, int top, int left) {
    int rows = Math.min(8, shape.rows() - top);
    int columns = Math.min(8, shape.columns() - left);
    for (int y = 0; y < rows; y++) {
      int line = (top + y) * shape.columns() + left;
      for (int x = 0; x < columns; x++) {
        values[line + x] = (short) block[8 * y + x];
      }
    }
  }
}
