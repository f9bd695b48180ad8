package org.exemplar.app.explorer;

import java.util.Locale;

/** A percentile as people say it. */
final class PercentileWords {
  private PercentileWords() {}

  /** {@code "5th percentile"}, {@code "7.5 % lowest"}. */
  static String of(double percentile) {
    double rounded = Math.rint(percentile * 10) / 10;
    if (rounded == Math.rint(rounded) && rounded > 0) {
      int whole = (int) rounded;
      return whole + PlaceWords.ordinal(whole) + " percentile";
    }
    return number(percentile) + "th percentile";
  }

  /** The number alone, with one decimal where it needs one, two below one. */
  static String number(double percentile) {
    double rounded = Math.rint(percentile * 10) / 10;
    if (rounded == 0) {
      return String.format(Locale.ROOT, "%.2f", percentile);
    }
    return rounded == Math.rint(rounded)
        ? Integer.toString((int) rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }
}
