package org.exemplar.app.explorer;

import java.util.Locale;
import org.exemplar.chart.Palette;

/** The colours of heat maps: one hue, from the card to its far end. */
public final class HeatInk {
  private static final String MIDDLE = "#1f6feb";
  private static final String FAR_ON_DARK = "#d6e9ff";
  private static final String FAR_ON_LIGHT = "#0a3069";
  private static final double LEAST = 0.12;

  private HeatInk() {}

  /**
   * The colour of a value.
   *
   * @param depth 0…1
   */
  public static String of(Palette palette, double depth) {
    double d = LEAST + (1 - LEAST) * Math.clamp(depth, 0, 1);
    String far = isDark(palette.ink().ground()) ? FAR_ON_DARK : FAR_ON_LIGHT;
    return d < 0.6
        ? mixed(palette.ink().ground(), MIDDLE, d / 0.6)
        : mixed(MIDDLE, far, (d - 0.6) / 0.4);
  }

  /** The colour of words on {@link #of}. */
  public static String words(Palette palette, double depth) {
    return isDark(of(palette, depth)) ? "#f0f6fc" : "#1f2328";
  }

  private static String mixed(String from, String to, double share) {
    StringBuilder text = new StringBuilder("#");
    for (int i = 1; i < 7; i += 2) {
      int a = Integer.parseInt(from.substring(i, i + 2), 16);
      int b = Integer.parseInt(to.substring(i, i + 2), 16);
      text.append(String.format(Locale.ROOT, "%02x", Math.round(a + share * (b - a))));
    }
    return text.toString();
  }

  private static boolean isDark(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255) < 140;
  }
}
