package org.exemplar.app.explorer;

import java.util.Locale;

/** Where an image stands among all. */
final class PlaceWords {
  private PlaceWords() {}

  /** {@code "lowest of 200"}, {@code "5th lowest of 200"}. */
  static String lowest(int place, int of) {
    String all = String.format(Locale.ROOT, "lowest of %,d", of);
    return place == 1 ? all : String.format(Locale.ROOT, "%,d", place) + ordinal(place) + " " + all;
  }

  /** {@code "th"}, {@code "st"}, {@code "nd"}, {@code "rd"}. */
  static String ordinal(int number) {
    int tens = number % 100;
    return tens >= 11 && tens <= 13
        ? "th"
        : switch (number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}
