package org.exemplar.validation;

import java.util.Locale;

/** Many numbers beside their references; shows the pair that lies farthest apart. */
final class Worst {
  private final double relative;
  private final double absolute;
  private int count;
  private double excess = -1;
  private String where = "";
  private String expected = "nothing to compare";
  private String got = "nothing to compare";

  /**
   * A value may lie the larger of both tolerances from its reference.
   *
   * @param relative share of the reference
   * @param absolute in the value's own units
   */
  Worst(double relative, double absolute) {
    this.relative = relative;
    this.absolute = absolute;
  }

  /** Within so much in the value's own units. */
  static Worst within(double absolute) {
    return new Worst(0, absolute);
  }

  void add(String place, double reference, double value) {
    double allowed = Math.max(absolute, relative * Math.abs(reference));
    double apart = Math.abs(value - reference);
    double share = apart == 0 ? 0 : apart / allowed;
    note(place, Double.isNaN(share) ? Double.POSITIVE_INFINITY : share, reference, value);
  }

  /** An answer that must be undefined where its reference is, and is close to it otherwise. */
  void add(String place, boolean defined, double reference, double value) {
    if (defined) {
      add(place, reference, value);
    } else {
      count++;
      if (!Double.isNaN(value)) {
        show(place, Double.POSITIVE_INFINITY, "undefined", Comparison.number(value));
      } else if (excess < 0) {
        show(place, 0, "undefined", "undefined");
      }
    }
  }

  private void note(String place, double share, double reference, double value) {
    count++;
    if (share > excess) {
      String shown = Double.isNaN(value) ? "undefined" : Comparison.number(value);
      show(place, share, Comparison.number(reference), shown);
    }
  }

  private void show(String place, double share, String reference, String value) {
    excess = share;
    where = place;
    expected = reference;
    got = value;
  }

  /**
   * @param what what the numbers are, in the plural
   */
  Comparison comparison(String what) {
    return new Comparison(
        "%d %s; shown: the one farthest off (%s)".formatted(count, what, where),
        expected,
        got,
        tolerance(),
        count > 0 && excess <= 1);
  }

  private String tolerance() {
    String share = String.format(Locale.ROOT, "%.0e of the value", relative);
    String units = String.format(Locale.ROOT, "%.0e", absolute);
    if (relative == 0) {
      return absolute == 0 ? "exact" : units;
    }
    return absolute == 0 ? share : share + " or " + units;
  }
}
