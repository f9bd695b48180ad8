package org.exemplar.radiograph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How stored values become screen gray: everything that the pipeline needs besides pixels.
 *
 * @param photometric what the smallest value means
 * @param modality the first step
 * @param voi tables and windows to choose from, the default first; empty: full range of the values
 * @param shape what the file says about polarity; null when it says nothing and the photometric
 *     interpretation decides
 * @param padding values that are background; null when there are none
 */
public record GrayscaleAttributes(
    Photometric photometric,
    ModalityTransform modality,
    List<VoiTransform> voi,
    @Nullable PresentationShape shape,
    @Nullable PaddingRange padding) {

  public GrayscaleAttributes {
    voi = List.copyOf(voi);
  }

  /** MONOCHROME2 without tables, windows or padding: what a PNG is. */
  public static GrayscaleAttributes plain(List<VoiTransform> voi) {
    return new GrayscaleAttributes(
        Photometric.MONOCHROME2, ModalityTransform.NONE, voi, null, null);
  }

  /** Whether the smallest value after windowing is white; polarity turns once, never twice. */
  public boolean inverse() {
    return shape == null
        ? photometric == Photometric.MONOCHROME1
        : shape == PresentationShape.INVERSE;
  }
}
