package org.exemplar.dicom.codec;

import java.nio.ByteBuffer;
import org.exemplar.radiograph.codec.CodecException;
import org.exemplar.radiograph.codec.OpenCv;
import org.exemplar.radiograph.codec.Samples;

/**
 * JPEG 2000 frames, high-throughput ones too, by OpenCV's codec. The codestream's own structure is
 * checked first, because the codec would quietly complete one that was cut short (ISO/IEC 15444-1
 * annex A).
 *
 * <p>OpenCV refuses signed samples. They differ from unsigned ones by the level shift alone (annex
 * G.1), so that they are decoded as unsigned and shifted back.
 */
public final class Jpeg2000 {
  private static final int SOC = 0xFF4F;
  private static final int SIZ = 0xFF51;
  private static final int SOT = 0xFF90;
  private static final int EOC = 0xFFD9;

  /** Where the first component's precision and sign are, from the start of the codestream. */
  private static final int SSIZ = 42;

  private static final int SIGNED = 0x80;

  private Jpeg2000() {}

  /**
   * Decodes a frame.
   *
   * @param wrapped one codestream, or one in a JP2 wrapper, which the standard forbids and some
   *     write
   * @param shape what the header says
   * @return samples as the codestream has them, signed or not
   */
  public static Samples decode(byte[] wrapped, FrameShape shape) throws CodecException {
    byte[] frame = Jp2Wrapper.codestream(wrapped);
    shape.requirePlausible(frame.length, 4096);
    requireWhole(frame, shape);
    byte[] unsigned = frame.clone();
    boolean signed = false;
    for (int component = 0; component < shape.samples(); component++) {
      int at = SSIZ + 3 * component;
      signed |= (frame[at] & SIGNED) != 0;
      unsigned[at] &= (byte) ~SIGNED;
    }
    Samples samples = OpenCv.decode(unsigned);
    shape.requireSize(samples.rows(), samples.columns(), samples.channels());
    int bits = Math.min((unsigned[SSIZ] & 0x7F) + 1, 16);
    short[] values = samples.values();
    if (signed) {
      int shift = 1 << (bits - 1);
      for (int i = 0; i < values.length; i++) {
        values[i] = (short) ((values[i] & 0xFFFF) - shift);
      }
    }
    return new Samples(
        samples.rows(), samples.columns(), samples.channels(), signed ? 16 : bits, values);
  }

  private static void requireWhole(byte[] frame, FrameShape shape) throws CodecException {
    ByteBuffer in = ByteBuffer.wrap(frame);
    try {
      if ((in.getShort() & 0xFFFF) != SOC || (in.getShort() & 0xFFFF) != SIZ) {
        throw new CodecException("its compressed data do not begin as JPEG 2000 does");
      }
      int at = in.position();
      int columns = in.getInt(at + 4) - in.getInt(at + 12);
      int rows = in.getInt(at + 8) - in.getInt(at + 16);
      shape.requireSize(rows, columns, in.getShort(at + 36) & 0xFFFF);
      int marker = skipSegment(in);
      while (marker != SOT) {
        marker = skipSegment(in);
      }
      while (marker == SOT) {
        marker = skipTilePart(in, frame.length);
      }
      if (marker != EOC) {
        throw new CodecException("its JPEG 2000 data are damaged between two tiles");
      }
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException cut) {
      throw new CodecException("its JPEG 2000 data end in the middle of the picture", cut);
    }
  }

  /** From a segment's length field to past the next marker; returns that marker. */
  private static int skipSegment(ByteBuffer in) {
    int at = in.position();
    in.position(java.util.Objects.checkIndex(at + (in.getShort(at) & 0xFFFF), in.limit()));
    return in.getShort() & 0xFFFF;
  }

  /** From just past an SOT marker to past the marker that follows the tile part. */
  private static int skipTilePart(ByteBuffer in, int length) throws CodecException {
    int start = in.position() - 2;
    long part = in.getInt(start + 6) & 0xFFFFFFFFL;
    if (part == 0) {
      // The last tile part may leave its length open: it then runs up to the end marker.
      int end = length - 2;
      while (end > start && (in.getShort(end) & 0xFFFF) != EOC) {
        end--;
      }
      if (end <= start || length - end > 4) {
        throw new CodecException("its JPEG 2000 data end in the middle of the picture");
      }
      return EOC;
    }
    if (part < 14 || start + part > length) {
      throw new CodecException("its JPEG 2000 data end in the middle of the picture");
    }
    in.position((int) (start + part));
    return in.getShort() & 0xFFFF;
  }
}
