package org.exemplar.dicom;

import org.exemplar.dicom.codec.FrameShape;
import org.jspecify.annotations.Nullable;

/**
 * The image pixel module (DICOM PS3.3 C.7.6.3), checked for contradictions.
 *
 * @param shape size of a frame as it is coded
 * @param bits which bits of a sample count
 * @param photometric as the file says it, e.g. {@code "MONOCHROME1"}
 * @param planar whether colours lie in planes instead of pixel by pixel
 * @param frames number of frames, at least 1
 */
record PixelDescription(
    FrameShape shape, Bits bits, String photometric, boolean planar, int frames) {

  /**
   * @param stored bits that carry the value
   * @param high the uppermost of them
   * @param signed whether values are two's complement
   */
  record Bits(int stored, int high, boolean signed) {
    /** The value in a raw sample of native pixels. */
    short ofRaw(int raw) {
      return extended(raw >>> (high + 1 - stored));
    }

    /**
     * The value in a decoded sample.
     *
     * @param width bits of the sample that count, from its lowest
     */
    short ofDecoded(short sample, int width) {
      return extended(sample, width);
    }

    /** Whether a value lies beyond what the stored bits can say. */
    boolean exceeds(short value) {
      return value != extended(value);
    }

    private short extended(int value) {
      return extended(value, stored);
    }

    private short extended(int value, int width) {
      int spare = 32 - width;
      return (short) (signed ? value << spare >> spare : value << spare >>> spare);
    }
  }

  static PixelDescription of(DataSet attributes) throws DicomFault {
    int rows = required(attributes, Tag.ROWS, "rows");
    int columns = required(attributes, Tag.COLUMNS, "columns");
    int allocated = required(attributes, Tag.BITS_ALLOCATED, "bits allocated");
    int samples = orElse(attributes.unsignedShort(Tag.SAMPLES_PER_PIXEL), 1);
    int stored = orElse(attributes.unsignedShort(Tag.BITS_STORED), allocated);
    int high = orElse(attributes.unsignedShort(Tag.HIGH_BIT), stored - 1);
    boolean signed = orElse(attributes.unsignedShort(Tag.PIXEL_REPRESENTATION), 0) == 1;
    if (rows == 0 || columns == 0) {
      throw new DicomFault("its header announces an image without rows or columns");
    }
    if (allocated != 8 && allocated != 16) {
      throw new DicomFault("its samples have " + allocated + " bits; radiographs have 8 or 16");
    }
    if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
      throw new DicomFault(
          "its header contradicts itself: " + stored + " of " + allocated + " bits stored");
    }
    String photometric = attributes.text(Tag.PHOTOMETRIC);
    requireKnown(photometric, samples);
    return new PixelDescription(
        new FrameShape(rows, columns, samples, allocated / 8),
        new Bits(stored, high, signed),
        photometric,
        samples > 1 && orElse(attributes.unsignedShort(Tag.PLANAR_CONFIGURATION), 0) == 1,
        frames(attributes));
  }

  /** Whether the smallest or the largest value is black and there is nothing but gray. */
  boolean monochrome() {
    return photometric.startsWith("MONOCHROME");
  }

  private static void requireKnown(String photometric, int samples) throws DicomFault {
    int expected =
        switch (photometric) {
          case "MONOCHROME1", "MONOCHROME2", "PALETTE COLOR" -> 1;
          case "RGB", "YBR_FULL", "YBR_FULL_422", "YBR_RCT", "YBR_ICT" -> 3;
          case "" -> throw new DicomFault("it does not say its photometric interpretation");
          default ->
              throw new DicomFault(
                  "its photometric interpretation "
                      + DicomFault.quoted(photometric)
                      + " is not supported");
        };
    if (samples != expected) {
      throw new DicomFault(
          "its header contradicts itself: " + photometric + " with " + samples + " samples");
    }
  }

  private static int frames(DataSet attributes) throws DicomFault {
    double[] frames = attributes.numbers(Tag.FRAMES);
    if (frames.length == 0) {
      return 1;
    }
    if (frames[0] < 1 || frames[0] > 1e6 || frames[0] != Math.rint(frames[0])) {
      throw new DicomFault("its number of frames makes no sense");
    }
    return (int) frames[0];
  }

  private static int required(DataSet attributes, int tag, String words) throws DicomFault {
    Integer value = attributes.unsignedShort(tag);
    if (value == null) {
      throw new DicomFault("it does not say its " + words);
    }
    return value;
  }

  private static int orElse(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }
}
