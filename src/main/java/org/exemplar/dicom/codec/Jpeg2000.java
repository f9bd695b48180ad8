package org.exemplar.dicom.codec;

import java.nio.ByteBuffer;
import java.util.List;
import org.exemplar.radiograph.codec.CodecException;
import org.exemplar.radiograph.codec.JaiJpeg2000;
import org.exemplar.radiograph.codec.OpenCv;
import org.exemplar.radiograph.codec.Samples;

/**
 * JPEG 2000 frames, high-throughput ones too: by OpenCV where it takes them, which never was seen
 * to be wrong, else by the Java codec with a warning. The codestream's own structure is checked
 * first, because both would quietly complete one that was cut short (ISO/IEC 15444-1 annex A).
 */
public final class Jpeg2000 {
  private static final int SOC = 0xFF4F;
  private static final int SIZ = 0xFF51;
  private static final int SOT = 0xFF90;
  private static final int EOC = 0xFFD9;

  /** Said where only the Java codec could decode. */
  public static final String DOUBT =
      "Its JPEG 2000 data could be decoded by one codec only, which is known to be wrong on rare"
          + " files: compare it with another viewer.";

  private Jpeg2000() {}

  /**
   * @param frame one codestream, without a JP2 wrapper
   * @param shape what the header says
   * @param warnings {@link #DOUBT} is added where it applies
   */
  public static Samples decode(byte[] frame, FrameShape shape, List<String> warnings)
      throws CodecException {
    shape.requirePlausible(frame.length, 4096);
    requireWhole(frame, shape);
    Samples samples;
    try {
      samples = OpenCv.decode(frame);
    } catch (CodecException refused) {
      samples = JaiJpeg2000.decode(frame);
      if (!warnings.contains(DOUBT)) {
        warnings.add(DOUBT);
      }
    }
    shape.requireSize(samples.rows(), samples.columns(), samples.channels());
    return samples;
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
