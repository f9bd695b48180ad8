package org.exemplar.dicom.codec;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.exemplar.radiograph.codec.CodecException;

/** The boxes of a JP2 file around a codestream (ISO/IEC 15444-1 annex I). */
final class Jp2Wrapper {
  private static final int SIGNATURE = 0x6A502020;
  private static final int CODESTREAM = 0x6A703263;

  private Jp2Wrapper() {}

  /** The codestream in a JP2 file; anything else as it is. */
  static byte[] codestream(byte[] frame) throws CodecException {
    if (frame.length < 12 || ByteBuffer.wrap(frame).getInt(4) != SIGNATURE) {
      return frame;
    }
    ByteBuffer boxes = ByteBuffer.wrap(frame);
    while (boxes.remaining() >= 8) {
      int start = boxes.position();
      // 0 is a box up to the end of the file; 1 has its length in eight bytes more.
      long length = boxes.getInt() & 0xFFFFFFFFL;
      int kind = boxes.getInt();
      if (length == 1 && boxes.remaining() >= 8) {
        length = boxes.getLong();
      } else if (length == 0) {
        length = frame.length - (long) start;
      }
      if (length < boxes.position() - start || length > frame.length - start) {
        break;
      }
      if (kind == CODESTREAM) {
        return Arrays.copyOfRange(frame, boxes.position(), (int) (start + length));
      }
      boxes.position((int) (start + length));
    }
    throw new CodecException("its JPEG 2000 data end in the middle of the picture");
  }
}
