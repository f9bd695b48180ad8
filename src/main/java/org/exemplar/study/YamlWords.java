package org.exemplar.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes single values of YAML so that they are read again as the very words they were. */
final class YamlWords {
  /** Words that mean the same with or without quotation marks: no mark of YAML, no number. */
  private static final Pattern PLAIN =
      Pattern.compile("\\p{IsAlphabetic}[\\p{IsAlphabetic}\\p{IsDigit} _.()'’?/%-]*(?<! )");

  /** Words that YAML 1.1 or 1.2 takes for something else than text. */
  private static final Set<String> TAKEN =
      Set.of("yes", "no", "y", "n", "true", "false", "on", "off", "null", "nan", "inf");

  private YamlWords() {}

  /** Words, in quotation marks where YAML needs them. */
  static String of(String words) {
    return plain(words.replace(",", "")) ? words : quoted(words);
  }

  /** Words as one item of a list in brackets. */
  static String ofItem(String words) {
    return plain(words) ? words : quoted(words);
  }

  /** A list in brackets. */
  static String of(List<String> words) {
    return words.stream().map(YamlWords::ofItem).collect(Collectors.joining(", ", "[", "]"));
  }

  /** A number without exponent. */
  static String of(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  private static boolean plain(String words) {
    return PLAIN.matcher(words).matches() && !TAKEN.contains(words.toLowerCase(Locale.ROOT));
  }

  private static String quoted(String words) {
    StringBuilder yaml = new StringBuilder("\"");
    words.codePoints().forEach(c -> yaml.append(escaped(c)));
    return yaml.append('"').toString();
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      case '\r' -> "\\r";
      default ->
          printable(codePoint)
              ? Character.toString(codePoint)
              : String.format(Locale.ROOT, "\\U%08x", codePoint);
    };
  }

  /** Whether YAML may hold the character as it is, and an editor shows it. */
  private static boolean printable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
