package org.exemplar.dicom;

import java.util.List;

/** Gray out of colour frames: secondary captures and screenshots; always with a warning. */
final class ColourToGray {
  private ColourToGray() {}

  /**
   * @param stored interleaved samples, or palette indices
   * @param lumaFirst whether the first sample of a pixel is its luminance, not its red
   * @return one 8-bit value per pixel
   */
  static short[] gray(
      short[] stored,
      PixelDescription description,
      boolean lumaFirst,
      DataSet attributes,
      List<String> warnings)
      throws DicomFault {
    if (description.photometric().equals("PALETTE COLOR")) {
      warnings.add("Its colours come from a palette; only their luminance is used.");
      return throughPalette(stored, attributes);
    }
    warnings.add("It is in colour; only its luminance is used.");
    if (description.shape().bytesPerSample() != 1) {
      throw new DicomFault("its colours have 16 bits, which is not supported");
    }
    short[] gray = new short[stored.length / 3];
    for (int i = 0; i < gray.length; i++) {
      int first = stored[3 * i] & 0xFF;
      gray[i] =
          (short)
              (lumaFirst
                  ? first
                  : luminance(first, stored[3 * i + 1] & 0xFF, stored[3 * i + 2] & 0xFF));
    }
    return gray;
  }

  private static short[] throughPalette(short[] indices, DataSet attributes) throws DicomFault {
    int[] descriptor = attributes.unsignedShorts(Tag.RED_DESCRIPTOR);
    if (descriptor.length != 3) {
      throw new DicomFault("the descriptor of its palette is damaged");
    }
    int size = descriptor[0] == 0 ? 65536 : descriptor[0];
    int[][] channels = new int[3][];
    for (int channel = 0; channel < 3; channel++) {
      channels[channel] = TableData.read(attributes, Tag.RED_DATA + channel, size);
      if (channels[channel].length != size) {
        throw new DicomFault("its palette does not have " + size + " entries");
      }
    }
    int shift = descriptor[2] > 8 ? 8 : 0;
    short[] gray = new short[indices.length];
    for (int i = 0; i < gray.length; i++) {
      int entry = Math.clamp((indices[i] & 0xFFFF) - (long) descriptor[1], 0, size - 1);
      gray[i] =
          (short)
              luminance(
                  channels[0][entry] >> shift,
                  channels[1][entry] >> shift,
                  channels[2][entry] >> shift);
    }
    return gray;
  }

  /** Rec. 601 luminance, rounded. */
  private static int luminance(int red, int green, int blue) {
    return (299 * red + 587 * green + 114 * blue + 500) / 1000;
  }
}
