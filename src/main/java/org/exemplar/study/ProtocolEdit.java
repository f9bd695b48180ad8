package org.exemplar.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Changes single settings in the text of a protocol document. All other text stays as it is:
 * comments, order, blank lines, the Markdown below. A setting that is not there yet is put at the
 * end of its group, a group that is not there at the end of the settings.
 */
public final class ProtocolEdit {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./ -]*");
  private static final Pattern WORD_OF_YAML =
      Pattern.compile("(true|false|yes|no|on|off|null|y|n)", Pattern.CASE_INSENSITIVE);
  private static final int STEP = 2;

  private final List<String> lines;

  private ProtocolEdit(List<String> lines) {
    this.lines = lines;
  }

  /**
   * Sets a whole number.
   *
   * @param text the document
   * @param path keys with dots between, e.g. {@code arms.PIE}
   * @return the changed document
   * @throws Problem when the document has no settings, or writes the group in braces
   */
  public static String set(String text, String path, int value) {
    return setWritten(text, path, Integer.toString(value));
  }

  /** Sets a number, written without an exponent. Otherwise as {@link #set(String, String, int)}. */
  public static String set(String text, String path, double value) {
    return setWritten(text, path, BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
  }

  /** Sets true or false. Otherwise as {@link #set(String, String, int)}. */
  public static String set(String text, String path, boolean value) {
    return setWritten(text, path, Boolean.toString(value));
  }

  /** Sets words, quoted where YAML needs it. Otherwise as {@link #set(String, String, int)}. */
  public static String set(String text, String path, String value) {
    return setWritten(text, path, written(value));
  }

  /** Sets a list of words, on one line. Otherwise as {@link #set(String, String, int)}. */
  public static String set(String text, String path, List<String> values) {
    return setWritten(
        text,
        path,
        values.stream().map(ProtocolEdit::written).collect(Collectors.joining(", ", "[", "]")));
  }

  /** One line of YAML that means exactly these words. */
  static String written(String value) {
    String words = value.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    boolean plain =
        PLAIN.matcher(words).matches()
            && !WORD_OF_YAML.matcher(words).matches()
            && words.equals(words.strip());
    return plain ? words : '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String setWritten(String text, String path, String yaml) {
    String end = text.contains("\r\n") ? "\r\n" : "\n";
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\\r?\\n", -1)));
    new ProtocolEdit(lines).set(List.of(path.split("\\.")), yaml);
    return String.join(end, lines);
  }

  /** Lines of the document: the key's own, and the first that is no longer part of its value. */
  private record Span(int line, int end, int indent) {}

  private void set(List<String> path, String yaml) {
    Span group = new Span(0, closing(), -STEP);
    for (int depth = 0; depth < path.size(); depth++) {
      Span found = find(group, path.get(depth));
      if (found == null) {
        insert(group, path.subList(depth, path.size()), yaml);
        return;
      }
      group = found;
      if (depth < path.size() - 1 && !afterColon(lines.get(found.line())).isEmpty()) {
        throw new Problem(
            "Line %d of the protocol writes \"%s\" on one line: give each of its settings a line of its own."
                .formatted(found.line() + 1, path.get(depth)));
      }
    }
    replace(group, yaml);
  }

  private int closing() {
    if (!lines.getFirst().equals("---")) {
      throw new Problem("A protocol starts with its settings between two lines of \"---\".");
    }
    int line = 1;
    while (line < lines.size() && !lines.get(line).startsWith("---")) {
      line++;
    }
    if (line == lines.size()) {
      throw new Problem("The settings of a protocol end with a line of \"---\"; it is missing.");
    }
    return line;
  }

  private @Nullable Span find(Span group, String key) {
    int indent = childIndent(group);
    for (int line = group.line() + 1; line < group.end(); line++) {
      if (indentOf(line) == indent && isKey(lines.get(line).substring(indent), key)) {
        return new Span(line, endOf(line, indent, group.end()), indent);
      }
    }
    return null;
  }

  /** The indent of the settings of a group; that of its first one. */
  private int childIndent(Span group) {
    for (int line = group.line() + 1; line < group.end(); line++) {
      if (says(line)) {
        return indentOf(line);
      }
    }
    return group.indent() + STEP;
  }

  private static boolean isKey(String line, String key) {
    for (String form : List.of(key, '"' + key + '"', "'" + key + "'")) {
      if (line.equals(form + ":") || line.startsWith(form + ": ")) {
        return true;
      }
    }
    return false;
  }

  /**
   * The line after the last that belongs to the value; comments below it belong to what follows.
   */
  private int endOf(int key, int indent, int last) {
    int end = key + 1;
    for (int line = key + 1; line < last; line++) {
      if (says(line)) {
        boolean within =
            indentOf(line) > indent
                || (indentOf(line) == indent && lines.get(line).substring(indent).startsWith("- "));
        if (!within) {
          break;
        }
        end = line + 1;
      }
    }
    return end;
  }

  private boolean says(int line) {
    String words = lines.get(line).strip();
    return !words.isEmpty() && !words.startsWith("#");
  }

  private int indentOf(int line) {
    String text = lines.get(line);
    return says(line) ? text.length() - text.stripLeading().length() : -1;
  }

  private void insert(Span group, List<String> path, String yaml) {
    int indent = childIndent(group);
    int at = group.line() + 1;
    for (int line = group.line() + 1; line < group.end(); line++) {
      at = says(line) ? line + 1 : at;
    }
    for (int depth = 0; depth < path.size(); depth++) {
      boolean last = depth == path.size() - 1;
      lines.add(
          at + depth,
          " ".repeat(indent + STEP * depth) + path.get(depth) + ":" + (last ? " " + yaml : ""));
    }
  }

  private void replace(Span value, String yaml) {
    String line = lines.get(value.line());
    String comment = comment(line);
    lines.subList(value.line() + 1, value.end()).clear();
    lines.set(value.line(), line.substring(0, colon(line) + 1) + " " + yaml + comment);
  }

  private static int colon(String line) {
    return line.indexOf(':');
  }

  private static String afterColon(String line) {
    String rest = line.substring(colon(line) + 1);
    return rest.substring(0, rest.length() - comment(line).length()).strip();
  }

  /** The comment behind a value with the blanks before it; empty without one. */
  private static String comment(String line) {
    char quote = 0;
    for (int i = colon(line) + 1; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#' && Character.isWhitespace(line.charAt(i - 1))) {
        return line.substring(line.substring(0, i).stripTrailing().length());
      }
    }
    return "";
  }
}
