package org.exemplar.app.control.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear map from values to px of a figure.
 *
 * @param low the value at {@code from}
 * @param high the value at {@code to}, not equal to {@code low}
 * @param from px
 * @param to px, may be less than {@code from}
 */
public record LinearAxis(double low, double high, double from, double to) {
  /** Widens an empty range by one. */
  public LinearAxis {
    if (low == high) {
      high = low + 1;
    }
  }

  /** Where a value lies. */
  public double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** Which value lies at a px. */
  public double valueAt(double px) {
    return low + (px - from) / (to - from) * (high - low);
  }

  /**
   * Round values inside the range, at most {@code most}: steps of 1, 2 or 5 times a power of ten.
   */
  public List<Double> ticks(int most) {
    double range = Math.abs(high - low);
    double power = Math.pow(10, Math.floor(Math.log10(range / Math.max(1, most))));
    double step = power;
    for (double factor : new double[] {1, 2, 5, 10}) {
      step = power * factor;
      if (Math.floor(range / step + 1e-9) + 1 <= most) {
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    double bottom = Math.min(low, high);
    double top = Math.max(low, high);
    for (long i = (long) Math.ceil(bottom / step - 1e-9); i * step <= top + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** The next of 4, 6, 10, 20, 40, 60, 100 … that is not below a count. */
  public static int roundedUp(int count) {
    for (int power = 1; ; power *= 10) {
      for (int lead : new int[] {4, 6, 10, 20}) {
        if (lead * power >= count) {
          return lead * power;
        }
      }
    }
  }

  /** A number with so many decimals and a true minus, e.g. {@code −0.25}. */
  public static String number(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    String unsigned = text.startsWith("-") ? text.substring(1) : text;
    return text.startsWith("-") && !zero ? "\u2212" + unsigned : unsigned;
  }
}
