package org.exemplar.dicom;

import java.util.Arrays;
import java.util.List;
import org.exemplar.radiograph.PixelSpacing;
import org.jspecify.annotations.Nullable;

/**
 * Pixel spacing of projection radiographs (DICOM PS3.3 10.7.1.3): a spacing is calibrated only
 * where the file says so, or where it differs from the detector's own.
 */
final class SpacingModule {
  private SpacingModule() {}

  static @Nullable PixelSpacing read(DataSet attributes, List<String> warnings) throws DicomFault {
    double[] detector = attributes.numbers(Tag.IMAGER_PIXEL_SPACING);
    if (detector.length != 2) {
      detector = attributes.numbers(Tag.NOMINAL_SCANNED_PIXEL_SPACING);
    }
    double[] given = attributes.numbers(Tag.PIXEL_SPACING);
    double[] ratio = attributes.numbers(Tag.PIXEL_ASPECT_RATIO);
    if (given.length == 2) {
      boolean calibrated =
          attributes.has(Tag.CALIBRATION_TYPE)
              || (detector.length == 2 && !Arrays.equals(given, detector));
      return spacing(
          given,
          calibrated ? PixelSpacing.Kind.CALIBRATED : PixelSpacing.Kind.AT_DETECTOR,
          warnings);
    }
    if (detector.length == 2) {
      return spacing(detector, PixelSpacing.Kind.AT_DETECTOR, warnings);
    }
    if (ratio.length == 2 && ratio[0] != ratio[1]) {
      return spacing(ratio, PixelSpacing.Kind.RATIO_ONLY, warnings);
    }
    return null;
  }

  private static @Nullable PixelSpacing spacing(
      double[] rowAndColumn, PixelSpacing.Kind kind, List<String> warnings) {
    try {
      return new PixelSpacing(rowAndColumn[0], rowAndColumn[1], kind);
    } catch (IllegalArgumentException senseless) {
      warnings.add("Its pixel spacing makes no sense and is left out.");
      return null;
    }
  }
}
