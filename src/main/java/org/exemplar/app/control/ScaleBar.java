package org.exemplar.app.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exemplar.radiograph.PixelSpacing;
import org.exemplar.radiograph.ViewTransform;
import org.jspecify.annotations.Nullable;

/**
 * A bar of a round length beside a film.
 *
 * @param millimetres its length
 * @param devicePixels the same on the screen, downwards
 * @param words the length, with what it is true of
 */
public record ScaleBar(double millimetres, double devicePixels, String words) {
  private static final List<Double> LENGTHS =
      List.of(200.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0);

  /** Said in place of a bar where the file does not tell the size of a pixel. */
  public static final String UNKNOWN = "Size unknown";

  /**
   * The longest bar of a round length that fits; none when the size of a pixel is not known.
   *
   * @param most device pixels it may be long
   */
  public static Optional<ScaleBar> of(
      @Nullable PixelSpacing spacing, ViewTransform transform, double most) {
    if (spacing == null || spacing.kind() == PixelSpacing.Kind.RATIO_ONLY) {
      return Optional.empty();
    }
    double perMillimetre = transform.zoom() / spacing.columnMillimetres();
    return LENGTHS.stream()
        .filter(length -> length * perMillimetre <= most)
        .findFirst()
        .map(length ->
            new ScaleBar(length, length * perMillimetre, length(length) + Caliper.caveat(spacing)));
  }

  /** Ticks that divide the bar: centimetres, or millimetres of a bar below one. */
  public int parts() {
    return (int) Math.round(millimetres >= 10 ? millimetres / 10 : millimetres);
  }

  private static String length(double millimetres) {
    return millimetres >= 10
        ? String.format(Locale.ROOT, "%.0f cm", millimetres / 10)
        : String.format(Locale.ROOT, "%.0f mm", millimetres);
  }
}
