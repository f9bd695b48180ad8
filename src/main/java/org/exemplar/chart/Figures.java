package org.exemplar.chart;

import java.util.Locale;

/** Numbers as people read them: minus U+2212, few decimals, {@code < 0.001} and never 0.000. */
public final class Figures {
  private Figures() {}

  /** A fixed number of decimals. */
  public static String decimals(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean zero = text.chars().allMatch(c -> c == '-' || c == '0' || c == '.');
    return zero ? text.replace("-", "") : text.replace('-', '\u2212');
  }

  /** A p-value: three decimals, {@code < 0.001} below, {@code > 0.999} above. */
  public static String probability(double p) {
    if (p < 0.001) {
      return "< 0.001";
    }
    return p > 0.999 && p < 1 ? "> 0.999" : p == 1 ? "1" : decimals(p, 3);
  }

  /** A p-value with its sign of relation: {@code p = 0.012}, {@code p < 0.001}. */
  public static String equation(double p) {
    String text = probability(p);
    return "p " + (text.startsWith("<") || text.startsWith(">") ? text : "= " + text);
  }

  /** Two ends of an interval: {@code 0.58 to 0.77}. */
  public static String range(double low, double high, int decimals) {
    return decimals(low, decimals) + " to " + decimals(high, decimals);
  }

  /** A share in whole per cent, without the sign. */
  public static String percent(double share) {
    return decimals(100 * share, 0);
  }
}
