package org.exemplar.blinding;

import java.util.EnumMap;
import java.util.Map;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.Histogram;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.PixelSpacing;

/** What can be measured on a neutral image for the leak test. */
final class CaseFacts {
  private static final double BITS = 16;

  private CaseFacts() {}

  /** All facts of the image itself; not its code, order, and size in a reading file. */
  static Map<LeakFact, Double> of(NeutralRadiograph image) {
    Map<LeakFact, Double> facts = new EnumMap<>(LeakFact.class);
    facts.put(LeakFact.HEIGHT, (double) image.rows());
    facts.put(LeakFact.WIDTH, (double) image.columns());
    facts.put(LeakFact.BIT_DEPTH, BITS);
    DisplayWindow window = image.windows().getFirst();
    facts.put(LeakFact.WINDOW_CENTRE, window.centre());
    facts.put(LeakFact.WINDOW_WIDTH, window.width());
    facts.put(LeakFact.WINDOWS, (double) image.windows().size());
    PixelSpacing spacing = image.spacing();
    facts.put(LeakFact.PIXEL_SPACING, spacing == null ? 0 : spacing.rowMillimetres());
    Histogram histogram = image.histogram();
    double sum = 0;
    double levels = 0;
    for (int value = 0; value <= NeutralRadiograph.LARGEST; value++) {
      int count = histogram.count(value);
      sum += (double) value * count;
      levels += count > 0 ? 1 : 0;
    }
    facts.put(LeakFact.MEAN_GRAY, sum / ((double) image.rows() * image.columns()));
    facts.put(LeakFact.GRAY_LEVELS, levels);
    return facts;
  }
}
