package org.exemplar.blinding;

import java.util.List;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.NeutralRadiograph;

/**
 * Takes the darkest and brightest value of a picture out of its display window. A neutral image
 * spans the full scale, so a fixed window of the source (0 to 255 of an 8-bit picture) would come
 * out different for each image. Where the default window holds all values, they are rescaled so
 * that it is the full scale; nothing is clipped, and the picture looks the same.
 */
final class Levelling {
  private final double low;
  private final double scale;

  private Levelling(DisplayWindow window) {
    low = window.low();
    scale = NeutralRadiograph.LARGEST / window.width();
  }

  /** The image with the full scale as its default window where that loses nothing. */
  static NeutralRadiograph level(NeutralRadiograph image) {
    DisplayWindow window = image.windows().getFirst();
    boolean holdsAll =
        window.curve() == DisplayWindow.Curve.LINEAR
            && window.low() <= 0
            && window.high() >= NeutralRadiograph.LARGEST;
    if (!holdsAll || window.equals(DisplayWindow.FULL)) {
      return image;
    }
    return new Levelling(window).apply(image);
  }

  private NeutralRadiograph apply(NeutralRadiograph image) {
    short[] table = new short[NeutralRadiograph.LARGEST + 1];
    for (int value = 0; value < table.length; value++) {
      table[value] = (short) (int) Math.clamp(Math.rint(map(value)), 0, NeutralRadiograph.LARGEST);
    }
    short[] values = new short[image.rows() * image.columns()];
    for (int row = 0; row < image.rows(); row++) {
      for (int column = 0; column < image.columns(); column++) {
        values[row * image.columns() + column] = table[image.value(row, column)];
      }
    }
    List<DisplayWindow> windows = image.windows().stream().map(this::map).toList();
    return NeutralRadiograph.of(image.rows(), image.columns(), values, image.spacing(), windows);
  }

  private DisplayWindow map(DisplayWindow window) {
    double from = Math.rint(map(window.low()));
    double to = Math.max(from + 1, Math.rint(map(window.high())));
    return new DisplayWindow((from + to) / 2, to - from, window.curve());
  }

  private double map(double value) {
    return (value - low) * scale;
  }
}
