package org.exemplar.validation;

import java.util.Locale;

/**
 * A computed value beside its reference.
 *
 * @param what what was compared, in words
 * @param expected the reference
 * @param got what this installation computed
 * @param tolerance how far apart both may lie; {@code "exact"} when not at all
 * @param passed whether they lie no farther apart
 */
public record Comparison(
    String what, String expected, String got, String tolerance, boolean passed) {
  private static final String EXACT = "exact";
  private static final int LONGEST = 160;

  public Comparison {
    expected = shortened(expected);
    got = shortened(got);
  }

  /** Two values that must be equal. */
  static Comparison same(String what, Object expected, Object got) {
    return new Comparison(what, expected.toString(), got.toString(), EXACT, expected.equals(got));
  }

  /** So many of so many must be as expected. */
  static Comparison all(String what, int right, int of) {
    return new Comparison(
        what, of + " of " + of, right + " of " + of, EXACT, right == of && of > 0);
  }

  /** What was expected could not be computed at all. */
  static Comparison failed(Exception why) {
    return new Comparison("whether it runs", "a result", "a failure: " + why, EXACT, false);
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
