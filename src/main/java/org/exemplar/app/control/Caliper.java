package org.exemplar.app.control;

import java.util.Locale;
import org.exemplar.radiograph.ImagePoint;
import org.exemplar.radiograph.PixelSpacing;
import org.jspecify.annotations.Nullable;

/**
 * A length on a film.
 *
 * @param from one end, in image coordinates
 * @param to the other
 * @param spacing what the file says of its pixels; null when nothing
 */
public record Caliper(ImagePoint from, ImagePoint to, @Nullable PixelSpacing spacing) {

  /** The length in words, with what it is true of. */
  public String words() {
    PixelSpacing known = spacing;
    if (known == null || known.kind() == PixelSpacing.Kind.RATIO_ONLY) {
      return String.format(
          Locale.ROOT,
          "%.0f image pixels, size unknown",
          Math.hypot(to.x() - from.x(), to.y() - from.y()));
    }
    return String.format(Locale.ROOT, "%.1f mm%s", known.millimetres(from, to), caveat(known));
  }

  /** What a length in these millimetres must say besides. */
  static String caveat(PixelSpacing spacing) {
    return spacing.kind() == PixelSpacing.Kind.AT_DETECTOR ? " at detector" : "";
  }
}
