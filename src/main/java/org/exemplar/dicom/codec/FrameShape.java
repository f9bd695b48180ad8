package org.exemplar.dicom.codec;

import org.exemplar.radiograph.codec.CodecException;

/**
 * What the DICOM header says about a frame; a codestream that says otherwise is refused before any
 * memory is taken for it.
 *
 * @param rows height in pixels, at least 1
 * @param columns width in pixels, at least 1
 * @param samples samples per pixel, 1 or 3
 * @param bytesPerSample 1 or 2
 */
public record FrameShape(int rows, int columns, int samples, int bytesPerSample) {
  /** Always granted: a frame of 16 megapixels may compress to almost nothing. */
  private static final long FREE = 1L << 24;

  public FrameShape {
    if (rows < 1 || columns < 1 || samples < 1 || bytesPerSample < 1 || bytesPerSample > 2) {
      throw new IllegalArgumentException("not a frame: " + rows + " x " + columns);
    }
  }

  /** Samples in a frame. */
  public long count() {
    return (long) rows * columns * samples;
  }

  /**
   * Refuses a size that so few bytes cannot hold.
   *
   * @param encoded length of the compressed frame
   * @param samplesPerByte the most samples that a byte can stand for
   */
  void requirePlausible(int encoded, int samplesPerByte) throws CodecException {
    boolean tooShort = count() > FREE && count() > (long) encoded * samplesPerByte;
    if (tooShort || count() > 1L << 29) {
      throw new CodecException(
          "its header announces " + rows + " x " + columns + " pixels, but its data are too short");
    }
  }

  /** Refuses a codestream of another size than the header's. */
  void requireSize(int codedRows, int codedColumns, int codedSamples) throws CodecException {
    if (codedRows != rows || codedColumns != columns || codedSamples != samples) {
      throw new CodecException(
          "its header announces %d x %d pixels of %d samples, its compressed data hold %d x %d of %d"
              .formatted(rows, columns, samples, codedRows, codedColumns, codedSamples));
    }
  }
}
