package org.exemplar.dicom.codec;

import org.exemplar.radiograph.codec.CodecException;
import org.exemplar.radiograph.codec.Samples;

/** JPEG-LS frames of one component, lossless and near-lossless (ITU-T T.87). */
public final class JpegLs {
  private static final int FRAME = 0xF7;
  private static final int PRESET = 0xF8;
  private static final int RESTART = 0xDD;

  private JpegLs() {}

  /**
   * @param frame one compressed frame
   * @param shape what the header says
   * @return unsigned samples of the codestream's own precision
   */
  public static Samples decode(byte[] frame, FrameShape shape) throws CodecException {
    shape.requirePlausible(frame.length, 4096);
    JpegSegments segments = new JpegSegments(frame);
    int[] preset = new int[5];
    int bits = 0;
    while (true) {
      switch (segments.next()) {
        case FRAME -> bits = readFrame(segments, shape);
        case PRESET -> readPreset(segments, preset);
        case RESTART -> throw new CodecException("its JPEG-LS data use restart markers");
        case JpegSegments.SOS -> {
          if (bits == 0) {
            throw new CodecException("its compressed data begin before they are described");
          }
          return readScan(segments, frame, shape, bits, preset);
        }
        default -> {}
      }
    }
  }

  private static int readFrame(JpegSegments segments, FrameShape shape) throws CodecException {
    int bits = segments.take();
    int rows = segments.take2();
    int columns = segments.take2();
    int components = segments.take();
    shape.requireSize(rows, columns, components);
    if (components != 1) {
      throw new CodecException("it is a colour JPEG-LS, which is not supported");
    }
    if (bits < 2 || bits > 16) {
      throw new CodecException("its compressed samples have " + bits + " bits");
    }
    return bits;
  }

  private static void readPreset(JpegSegments segments, int[] preset) throws CodecException {
    if (segments.take() != 1) {
      throw new CodecException("its JPEG-LS data use mapping tables, which are not supported");
    }
    for (int i = 0; i < preset.length; i++) {
      preset[i] = segments.take2();
    }
  }

  private static Samples readScan(
      JpegSegments segments, byte[] frame, FrameShape shape, int bits, int[] preset)
      throws CodecException {
    int components = segments.take();
    segments.take();
    int mapping = segments.take();
    int near = segments.take();
    segments.take();
    int shift = segments.take() & 0xF;
    if (components != 1 || mapping != 0 || shift != 0) {
      throw new CodecException("its JPEG-LS data are of a kind that is not supported");
    }
    JpegLsCoding coding = JpegLsCoding.of(preset, bits, near);
    if (near > Math.min(255, coding.largest() / 2)) {
      throw new CodecException("the coding parameters of its JPEG-LS data are impossible");
    }
    JpegLsScan scan = new JpegLsScan(new JpegLsBits(frame, segments.end()), coding, near);
    return new Samples(
        shape.rows(), shape.columns(), 1, bits, scan.decode(shape.rows(), shape.columns()));
  }
}
