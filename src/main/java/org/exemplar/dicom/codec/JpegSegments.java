package org.exemplar.dicom.codec;

import org.exemplar.radiograph.codec.CodecException;

/**
 * Steps through the marker segments of a JPEG or JPEG-LS codestream (ITU-T T.81 annex B). A cursor:
 * {@link #next} moves to a segment, the other methods read its parameters.
 */
final class JpegSegments {
  static final int SOI = 0xD8;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;

  private final byte[] data;
  private int at;
  private int end;

  JpegSegments(byte[] data) throws CodecException {
    this.data = data;
    if (data.length < 4 || (data[0] & 0xFF) != 0xFF || (data[1] & 0xFF) != SOI) {
      throw new CodecException("its compressed data do not begin as a JPEG does");
    }
    end = 2;
  }

  /** The second byte of the next marker; its parameters are then between here and {@link #end}. */
  int next() throws CodecException {
    at = end;
    if (take() != 0xFF) {
      throw new CodecException("its compressed data are damaged between two JPEG segments");
    }
    int marker = take();
    while (marker == 0xFF) {
      marker = take();
    }
    if (marker == EOI) {
      throw new CodecException("its compressed data end before the picture begins");
    }
    int start = at;
    int length = take2();
    if (length < 2 || start + length > data.length) {
      throw new CodecException("its compressed data end inside a JPEG segment");
    }
    end = start + length;
    return marker;
  }

  /** Bytes of the segment not yet read. */
  int remaining() {
    return end - at;
  }

  /** Index into the data just past the segment. */
  int end() {
    return end;
  }

  int take() throws CodecException {
    if (at >= data.length) {
      throw new CodecException("its compressed data end inside a JPEG segment");
    }
    return data[at++] & 0xFF;
  }

  int take2() throws CodecException {
    return (take() << 8) | take();
  }
}
