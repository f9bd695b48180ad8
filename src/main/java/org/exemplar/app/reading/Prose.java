package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * The protocol's Markdown as blocks: headings, paragraphs and list items. Emphasis marks are taken
 * away, since a page of instructions needs none.
 */
public final class Prose {
  /** What a block is. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    ITEM
  }

  /** One block of text. */
  public record Block(Kind kind, String text) {}

  private Prose() {}

  /** Splits Markdown into blocks. */
  public static List<Block> of(String markdown) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    Kind kind = Kind.PARAGRAPH;
    for (String line : markdown.lines().map(String::strip).toList()) {
      boolean heading = line.startsWith("#");
      boolean item = line.matches("([-*•]|\\d+[.)])\\s+.*");
      if (line.isEmpty() || heading || item) {
        close(blocks, kind, open);
        kind = item ? Kind.ITEM : Kind.PARAGRAPH;
      }
      if (heading) {
        blocks.add(new Block(Kind.HEADING, plain(line.replaceFirst("^#+\\s*", ""))));
      } else if (!line.isEmpty()) {
        open.append(open.isEmpty() ? "" : " ")
            .append(item ? line.replaceFirst("^([-*•]|\\d+[.)])\\s+", "") : line);
      }
    }
    close(blocks, kind, open);
    return blocks;
  }

  private static void close(List<Block> blocks, Kind kind, StringBuilder open) {
    if (!open.isEmpty()) {
      blocks.add(new Block(kind, plain(open.toString())));
      open.setLength(0);
    }
  }

  private static String plain(String text) {
    return text.replaceAll("\\*\\*(.+?)\\*\\*", "$1")
        .replaceAll("(?<![\\w*])[*_](\\S.*?\\S|\\S)[*_](?![\\w*])", "$1")
        .replaceAll("`(.+?)`", "$1");
  }
}
