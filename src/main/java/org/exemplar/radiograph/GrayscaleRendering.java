package org.exemplar.radiograph;

/**
 * The grayscale pipeline of one radiograph with one VOI choice: stored → modality → VOI →
 * presentation, in double precision until the last step (DICOM PS3.4 N.2).
 *
 * <p>Padding is background: black, whatever the polarity. Immutable and thread-safe.
 */
public final class GrayscaleRendering {
  private final StoredPixels pixels;
  private final GrayscaleAttributes grayscale;
  private final VoiTransform voi;

  private GrayscaleRendering(Radiograph radiograph, VoiTransform voi) {
    this.pixels = radiograph.pixels();
    this.grayscale = radiograph.grayscale();
    this.voi = voi;
  }

  /** With the file's first table or window, or without one over the full range of the values. */
  public static GrayscaleRendering of(Radiograph radiograph) {
    var choices = radiograph.grayscale().voi();
    return with(radiograph, choices.isEmpty() ? fullRange(radiograph) : choices.getFirst());
  }

  /** With a table or window of the caller's choice. */
  public static GrayscaleRendering with(Radiograph radiograph, VoiTransform voi) {
    return new GrayscaleRendering(radiograph, voi);
  }

  /** From the smallest to the largest modality value outside the padding. */
  public static VoiTransform.FullRange fullRange(Radiograph radiograph) {
    StoredPixels pixels = radiograph.pixels();
    PaddingRange padding = radiograph.grayscale().padding();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    boolean[] seen = seen(pixels);
    for (int bits = 0; bits < seen.length; bits++) {
      int stored = pixels.ofBits(bits);
      if (seen[bits] && (padding == null || !padding.contains(stored))) {
        double value = radiograph.grayscale().modality().apply(stored);
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return high < low ? new VoiTransform.FullRange(0, 0) : new VoiTransform.FullRange(low, high);
  }

  /** The VOI choice. */
  public VoiTransform voi() {
    return voi;
  }

  /** The value after the modality step. */
  public double modality(int stored) {
    return grayscale.modality().apply(stored);
  }

  /**
   * The share of full luminance range to show a stored value with.
   *
   * @return 0 (black) to 1 (white)
   */
  public double display(int stored) {
    PaddingRange padding = grayscale.padding();
    if (padding != null && padding.contains(stored)) {
      return 0;
    }
    double share = voi.apply(modality(stored));
    return grayscale.inverse() ? 1 - share : share;
  }

  /** The picture in 8 bits: {@code floor(255 × display + ½)}. */
  public Gray8 gray8() {
    byte[] table = new byte[65536];
    boolean[] seen = seen(pixels);
    for (int bits = 0; bits < table.length; bits++) {
      if (seen[bits]) {
        table[bits] = (byte) (int) (255 * display(pixels.ofBits(bits)) + 0.5);
      }
    }
    byte[] gray = new byte[pixels.count()];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = table[pixels.bits(i)];
    }
    return Gray8.of(pixels.rows(), pixels.columns(), gray);
  }

  /** Which of the 65536 bit patterns occur. */
  static boolean[] seen(StoredPixels pixels) {
    boolean[] seen = new boolean[65536];
    for (int i = 0; i < pixels.count(); i++) {
      seen[pixels.bits(i)] = true;
    }
    return seen;
  }
}
