package org.exemplar.audit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * JSON with exactly one spelling for each value (RFC 8785): keys sorted by UTF-16 code units, no
 * white space, numbers as ECMAScript prints them, only the escapes that must be.
 */
public final class CanonicalJson {
  private static final long SAFE = 1L << 53;

  private CanonicalJson() {}

  /**
   * Writes a value.
   *
   * @param value null, a string, a boolean, an integer up to ±2^53, a finite double, an {@link
   *     Iterable} or a {@link Map} with string keys of such values
   * @throws IllegalArgumentException for anything else
   */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, @Nullable Object value) {
    switch (value) {
      case null -> out.append("null");
      case String text -> appendString(out, text);
      case Boolean truth -> out.append(truth);
      case Integer number -> out.append(number);
      case Long number -> appendLong(out, number);
      case Double number -> appendDouble(out, number);
      case Map<?, ?> map -> appendMap(out, map);
      case Iterable<?> list -> appendList(out, list);
      default -> throw new IllegalArgumentException("no JSON value: " + value.getClass().getName());
    }
  }

  private static void appendMap(StringBuilder out, Map<?, ?> map) {
    // String.compareTo compares UTF-16 code units, as RFC 8785, 3.2.3 asks.
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, value) -> sorted.put((String) key, value));
    out.append('{');
    boolean first = true;
    for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      appendString(out, entry.getKey());
      out.append(':');
      append(out, entry.getValue());
    }
    out.append('}');
  }

  private static void appendList(StringBuilder out, Iterable<?> list) {
    out.append('[');
    boolean first = true;
    for (Object element : list) {
      if (!first) {
        out.append(',');
      }
      first = false;
      append(out, element);
    }
    out.append(']');
  }

  private static void appendString(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) {
            out.append("\\u00").append(Character.forDigit(c >> 4, 16));
            out.append(Character.forDigit(c & 15, 16));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static void appendLong(StringBuilder out, long number) {
    if (number > SAFE || number < -SAFE) {
      throw new IllegalArgumentException("not exact as a JSON number: " + number);
    }
    out.append(number);
  }

  /** ECMAScript's Number::toString; the shortest digits come from {@link Double#toString}. */
  private static void appendDouble(StringBuilder out, double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no " + number);
    }
    if (number == 0) {
      out.append('0');
      return;
    }
    if (number < 0) {
      out.append('-');
    }
    BigDecimal exact = shortest(Math.abs(number));
    String digits = exact.unscaledValue().toString();
    int point = digits.length() - exact.scale();
    if (point > 21 || point < -5) {
      out.append(digits.charAt(0));
      if (digits.length() > 1) {
        out.append('.').append(digits, 1, digits.length());
      }
      out.append('e').append(point > 0 ? '+' : '-').append(Math.abs(point - 1));
    } else if (point <= 0) {
      out.append("0.").append("0".repeat(-point)).append(digits);
    } else if (point >= digits.length()) {
      out.append(digits).append("0".repeat(point - digits.length()));
    } else {
      out.append(digits, 0, point).append('.').append(digits, point, digits.length());
    }
  }

  /** {@link Double#toString} gives two digits even where one is enough, as for 5e-324. */
  private static BigDecimal shortest(double number) {
    BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    BigDecimal one = digits.round(new MathContext(1, RoundingMode.HALF_EVEN));
    return one.doubleValue() == number ? one : digits;
  }
}
