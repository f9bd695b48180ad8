package org.exemplar.app.control.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Markdown as blocks: headings, paragraphs, lists and tables, with strong, emphasised and code
 * words inside. Knows no HTML, no images and no links; what it does not know is shown as written.
 */
public final class Markdown {
  /** A part of a document. */
  public sealed interface Block {
    /**
     * A heading.
     *
     * @param level from 1
     */
    record Heading(int level, List<Run> words) implements Block {}

    /** A paragraph. */
    record Paragraph(List<Run> words) implements Block {}

    /**
     * One item of a list.
     *
     * @param mark what stands before it, such as {@code •} or {@code 2.}
     */
    record Item(String mark, List<Run> words) implements Block {}

    /**
     * A table.
     *
     * @param rows the head first; each with its cells
     */
    record Table(List<List<List<Run>>> rows) implements Block {}
  }

  /** How words stand out. */
  public enum Style {
    PLAIN,
    STRONG,
    EMPHASIS,
    CODE
  }

  /** Words of one style. */
  public record Run(Style style, String words) {}

  private static final Pattern ITEM = Pattern.compile("([-*•]|\\d+[.)])\\s+(.*)");
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*)");
  private static final Pattern RULE = Pattern.compile("\\|?[\\s:|-]*-[\\s:|-]*");
  private static final Pattern STANDING_OUT =
      Pattern.compile(
          "\\*\\*(?<strong>.+?)\\*\\*|`(?<code>.+?)`"
              + "|(?<![\\w*])\\*(?<star>\\S.*?\\S|\\S)\\*(?![\\w*])"
              + "|(?<!\\w)_(?<line>\\S.*?\\S|\\S)_(?!\\w)");

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> table = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private String mark = "";

  private Markdown() {}

  /** The blocks of a text. */
  public static List<Block> of(String markdown) {
    Markdown reader = new Markdown();
    markdown.lines().map(String::strip).forEach(reader::line);
    reader.close();
    return reader.blocks;
  }

  private void line(String line) {
    Matcher item = ITEM.matcher(line);
    Matcher heading = HEADING.matcher(line);
    if (line.startsWith("|")) {
      closeWords();
      table.add(line);
    } else if (line.isEmpty()) {
      close();
    } else if (heading.matches()) {
      close();
      blocks.add(new Block.Heading(heading.group(1).length(), runs(heading.group(2))));
    } else if (item.matches()) {
      close();
      mark = item.group(1).matches("[-*•]") ? "•" : item.group(1);
      open.append(item.group(2));
    } else {
      closeTable();
      open.append(open.isEmpty() ? "" : " ").append(line);
    }
  }

  private void close() {
    closeWords();
    closeTable();
  }

  private void closeWords() {
    if (!open.isEmpty()) {
      List<Run> words = runs(open.toString());
      blocks.add(mark.isEmpty() ? new Block.Paragraph(words) : new Block.Item(mark, words));
      open.setLength(0);
    }
    mark = "";
  }

  private void closeTable() {
    if (!table.isEmpty()) {
      blocks.add(
          new Block.Table(
              table.stream()
                  .filter(row -> !RULE.matcher(row).matches())
                  .map(Markdown::cells)
                  .toList()));
      table.clear();
    }
  }

  private static List<List<Run>> cells(String row) {
    String inner =
        row.substring(1, row.endsWith("|") ? Math.max(1, row.length() - 1) : row.length());
    return Arrays.stream(inner.split("\\|", -1)).map(cell -> runs(cell.strip())).toList();
  }

  /** The words of a line without their styles. */
  public static String words(List<Run> runs) {
    return runs.stream().map(Run::words).collect(Collectors.joining());
  }

  /**
   * What is left of a line after its first characters, in its styles.
   *
   * @param length how many characters go, counted without marks
   */
  public static List<Run> after(List<Run> runs, int length) {
    List<Run> left = new ArrayList<>();
    int gone = 0;
    for (Run run : runs) {
      int from = Math.clamp(length - gone, 0, run.words().length());
      gone += from;
      String words = left.isEmpty() ? run.words().substring(from).stripLeading() : run.words();
      add(left, run.style(), words);
    }
    return left;
  }

  /** The words of a line in their styles. */
  static List<Run> runs(String line) {
    List<Run> runs = new ArrayList<>();
    Matcher found = STANDING_OUT.matcher(line);
    int from = 0;
    while (found.find()) {
      add(runs, Style.PLAIN, line.substring(from, found.start()));
      if (found.group("strong") != null) {
        add(runs, Style.STRONG, found.group("strong"));
      } else if (found.group("code") != null) {
        add(runs, Style.CODE, found.group("code"));
      } else {
        add(
            runs,
            Style.EMPHASIS,
            found.group("star") != null ? found.group("star") : found.group("line"));
      }
      from = found.end();
    }
    add(runs, Style.PLAIN, line.substring(from));
    return runs;
  }

  private static void add(List<Run> runs, Style style, String words) {
    if (!words.isEmpty()) {
      runs.add(new Run(style, words));
    }
  }
}
