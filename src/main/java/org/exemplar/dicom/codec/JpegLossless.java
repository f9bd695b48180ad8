package org.exemplar.dicom.codec;

import org.exemplar.radiograph.codec.CodecException;

/** A scan of lossless JPEG (ITU-T T.81 annex H), its components interleaved by pixel. */
final class JpegLossless {
  private final FrameShape shape;
  private final JpegBits stream;
  private final HuffmanTable[] tables;
  private final int restartInterval;

  JpegLossless(FrameShape shape, JpegBits stream, HuffmanTable[] tables, int restartInterval)
      throws CodecException {
    this.shape = shape;
    this.stream = stream;
    this.tables = tables;
    this.restartInterval = restartInterval;
    if (restartInterval % shape.columns() != 0) {
      throw new CodecException("its restart interval is not a number of whole rows");
    }
  }

  /**
   * @param bits precision of a sample
   * @param predictor 1 to 7
   * @param shift point transform
   */
  short[] decode(int bits, int predictor, int shift) throws CodecException {
    if (predictor < 1 || predictor > 7 || shift >= bits) {
      throw new CodecException("its lossless predictor is unknown");
    }
    int channels = tables.length;
    int stride = shape.columns() * channels;
    short[] values = new short[stride * shape.rows()];
    int rowsPerRestart = restartInterval / shape.columns();
    boolean first = true;
    for (int row = 0; row < shape.rows(); row++) {
      if (rowsPerRestart > 0 && row > 0 && row % rowsPerRestart == 0) {
        stream.restart((row / rowsPerRestart - 1) & 7);
        first = true;
      }
      int line = row * stride;
      for (int i = 0; i < channels; i++) {
        int above = first ? 1 << (bits - shift - 1) : values[line + i - stride];
        values[line + i] = (short) (above + difference(tables[i]));
      }
      if (channels == 1) {
        decodeRow(values, line, stride, first ? 1 : predictor);
      } else {
        decodeInterleaved(values, line, stride, first ? 1 : predictor);
      }
      first = false;
    }
    return shift == 0 ? values : shifted(values, shift);
  }

  private void decodeRow(short[] values, int line, int stride, int predictor)
      throws CodecException {
    HuffmanTable table = tables[0];
    int left = values[line] & 0xFFFF;
    for (int i = line + 1; i < line + stride; i++) {
      int predicted =
          predictor == 1
              ? left
              : predict(
                  predictor, left, values[i - stride] & 0xFFFF, values[i - stride - 1] & 0xFFFF);
      left = (predicted + difference(table)) & 0xFFFF;
      values[i] = (short) left;
    }
  }

  private void decodeInterleaved(short[] values, int line, int stride, int predictor)
      throws CodecException {
    int channels = tables.length;
    for (int i = line + channels; i < line + stride; i++) {
      int left = values[i - channels] & 0xFFFF;
      int predicted =
          predictor == 1
              ? left
              : predict(
                  predictor,
                  left,
                  values[i - stride] & 0xFFFF,
                  values[i - stride - channels] & 0xFFFF);
      values[i] = (short) (predicted + difference(tables[(i - line) % channels]));
    }
  }

  private static int predict(int predictor, int left, int above, int corner) {
    return switch (predictor) {
      case 1 -> left;
      case 2 -> above;
      case 3 -> corner;
      case 4 -> left + above - corner;
      case 5 -> left + ((above - corner) >> 1);
      case 6 -> above + ((left - corner) >> 1);
      default -> (left + above) >> 1;
    };
  }

  private int difference(HuffmanTable table) throws CodecException {
    int bits = table.decode(stream);
    if (bits == 16) {
      return 32768;
    }
    if (bits > 16) {
      throw new CodecException("its compressed data hold an impossible difference");
    }
    return stream.takeSigned(bits);
  }

  private static short[] shifted(short[] values, int shift) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (values[i] << shift);
    }
    return values;
  }
}
