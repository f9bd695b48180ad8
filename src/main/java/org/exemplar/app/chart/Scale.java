package org.exemplar.app.chart;

import java.util.function.DoubleFunction;
import org.exemplar.chart.Figures;

/**
 * An axis of a chart.
 *
 * @param low the lowest value
 * @param high the highest
 * @param word below or beside it; may be empty
 * @param number a tick's number in words
 */
public record Scale(double low, double high, String word, DoubleFunction<String> number) {
  /** Widens an empty range. */
  public Scale {
    if (!(high > low)) {
      high = low + 1;
    }
  }

  /** Numbers with so many decimals. */
  public static Scale decimals(double low, double high, String word, int decimals) {
    return new Scale(low, high, word, v -> Figures.decimals(v, decimals));
  }

  /** Shares as per cent. */
  public static Scale percent(double low, double high, String word) {
    return new Scale(low, high, word, v -> Figures.percent(v) + " %");
  }

  /** The same, wide enough for a value. */
  public Scale with(double value) {
    return Double.isFinite(value)
        ? new Scale(Math.min(low, value), Math.max(high, value), word, number)
        : this;
  }

  /** Both ends moved outward to multiples of a step. */
  public Scale rounded(double step) {
    return new Scale(
        Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, word, number);
  }

  /** A value in words. */
  public String words(double value) {
    return number.apply(value);
  }
}
