package org.exemplar.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.exemplar.radiograph.codec.CodecException;
import org.exemplar.radiograph.codec.Samples;

/** RLE Lossless: byte planes, most significant first, packed as PackBits (DICOM PS3.5 annex G). */
public final class RunLength {
  private static final int HEADER = 64;

  private RunLength() {}

  /**
   * @param frame one compressed frame
   * @param shape what the header says
   * @return samples of {@code 8 × bytesPerSample} bits
   */
  public static Samples decode(byte[] frame, FrameShape shape) throws CodecException {
    shape.requirePlausible(frame.length, 64);
    if (frame.length < HEADER) {
      throw new CodecException("its run-length data end inside their header");
    }
    ByteBuffer header = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    int segments = header.getInt(0);
    int bytes = shape.bytesPerSample();
    if (segments != shape.samples() * bytes) {
      throw new CodecException(
          "it has " + segments + " run-length segments instead of " + shape.samples() * bytes);
    }
    int pixels = shape.rows() * shape.columns();
    short[] values = new short[pixels * shape.samples()];
    byte[] plane = new byte[pixels];
    for (int segment = 0; segment < segments; segment++) {
      int from = header.getInt(4 + 4 * segment);
      int to = segment + 1 < segments ? header.getInt(8 + 4 * segment) : frame.length;
      if (from < HEADER || to < from || to > frame.length) {
        throw new CodecException("its run-length segments overlap or lie outside the data");
      }
      unpack(frame, from, to, plane);
      int sample = segment / bytes;
      boolean upper = bytes == 2 && segment % 2 == 0;
      for (int i = 0; i < pixels; i++) {
        int byteValue = plane[i] & 0xFF;
        values[i * shape.samples() + sample] |= (short) (upper ? byteValue << 8 : byteValue);
      }
    }
    return new Samples(shape.rows(), shape.columns(), shape.samples(), 8 * bytes, values);
  }

  private static void unpack(byte[] packed, int from, int to, byte[] plane) throws CodecException {
    int in = from;
    int out = 0;
    while (out < plane.length) {
      if (in >= to) {
        throw new CodecException("its run-length data end in the middle of the picture");
      }
      int control = packed[in++];
      if (control >= 0) {
        int length = control + 1;
        if (in + length > to || out + length > plane.length) {
          throw new CodecException("a run of its run-length data is longer than the picture");
        }
        System.arraycopy(packed, in, plane, out, length);
        in += length;
        out += length;
      } else if (control != -128) {
        int length = 1 - control;
        if (in >= to || out + length > plane.length) {
          throw new CodecException("a run of its run-length data is longer than the picture");
        }
        Arrays.fill(plane, out, out + length, packed[in++]);
        out += length;
      }
    }
  }
}
