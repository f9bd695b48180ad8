package org.exemplar.export.report;

import java.util.ArrayList;
import java.util.List;

/** Markdown of a protocol as plain paragraphs: marks go, tables go, list items stand alone. */
final class ProtocolText {
  private ProtocolText() {}

  static List<String> paragraphs(String markdown) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : markdown.split("\n", -1)) {
      String text = line.strip();
      boolean item = text.matches("([-*+]|[0-9]+\\.) .*");
      if (text.isEmpty() || item || text.startsWith("|") || text.startsWith("#")) {
        close(open, paragraphs);
      }
      if (!text.startsWith("|") && !text.startsWith("#")) {
        open.append(open.isEmpty() ? "" : " ").append(text);
      }
    }
    close(open, paragraphs);
    return paragraphs;
  }

  private static void close(StringBuilder open, List<String> paragraphs) {
    String text =
        open.toString()
            .replaceFirst("^[-*+] ", "")
            .replaceAll("\\*\\*|`", "")
            .replaceAll("(^|\\s)[*_]([^*_]+)[*_](?=\\W|$)", "$1$2")
            .strip();
    if (!text.isEmpty()) {
      paragraphs.add(text);
    }
    open.setLength(0);
  }
}
