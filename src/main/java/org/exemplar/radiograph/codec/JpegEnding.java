package org.exemplar.radiograph.codec;

/**
 * Whether a JPEG was cut short: its end marker must follow its pixels (ITU-T T.81 annex B).
 * Decoders would fill what is missing with gray.
 */
public final class JpegEnding {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END = 0xD9;

  private JpegEnding() {}

  /**
   * @param encoded a whole JPEG file
   * @throws CodecException when it ends before its picture does
   */
  public static void require(byte[] encoded) throws CodecException {
    int at = 2;
    while (at + 4 <= encoded.length && marker(encoded, at) != START_OF_SCAN) {
      if ((encoded[at] & 0xFF) != 0xFF) {
        throw new CodecException("it is damaged before its picture begins");
      }
      boolean fill = marker(encoded, at) == 0xFF;
      at += fill ? 1 : 2 + (((encoded[at + 2] & 0xFF) << 8) | (encoded[at + 3] & 0xFF));
    }
    for (int end = encoded.length - 2; end > at; end--) {
      if ((encoded[end] & 0xFF) == 0xFF && marker(encoded, end) == END) {
        return;
      }
    }
    throw new CodecException("it ends in the middle of the picture");
  }

  private static int marker(byte[] encoded, int at) {
    return encoded[at + 1] & 0xFF;
  }
}
