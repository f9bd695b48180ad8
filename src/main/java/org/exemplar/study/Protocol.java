package org.exemplar.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.exemplar.problem.Problem;

/**
 * The whole protocol of a study, read from its document: Markdown for people with YAML front matter
 * for the program.
 *
 * @param text the document as it is, with {@code \n} as line end; its digest is that of this text
 * @param version the protocol's own version, such as {@code "1.0"}
 * @param reading the part that readers see
 * @param design the part that says how cases are drawn
 * @param analysis the part that says what is computed
 */
public record Protocol(
    String text, String version, ReadingProtocol reading, Design design, AnalysisPlan analysis) {

  /**
   * Reads a protocol document.
   *
   * @throws Problem naming file and line when something in it is missing, unknown or impossible
   */
  public static Protocol read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Problem(
          "Cannot read the protocol %s: check that it exists and is UTF-8 text.".formatted(file),
          e);
    }
    Path name = file.getFileName();
    return parse(name == null ? file.toString() : name.toString(), text);
  }

  /**
   * Reads the text of a protocol document.
   *
   * @param name the document's name, for messages
   * @throws Problem naming document and line when something is missing, unknown or impossible
   */
  public static Protocol parse(String name, String text) {
    return new ProtocolReader(name, text.replace("\r\n", "\n")).read();
  }

  /**
   * The Markdown below the heading {@code ## heading} of the document, up to the next heading of
   * the same or a higher level; empty when there is none.
   */
  public String section(String heading) {
    return section(text, heading);
  }

  static String section(String text, String heading) {
    String[] lines = text.split("\n", -1);
    int start = 0;
    while (start < lines.length && !lines[start].strip().equalsIgnoreCase("## " + heading)) {
      start++;
    }
    int end = Math.min(start + 1, lines.length);
    while (end < lines.length && !lines[end].startsWith("## ") && !lines[end].startsWith("# ")) {
      end++;
    }
    return start >= lines.length
        ? ""
        : String.join("\n", Arrays.copyOfRange(lines, start + 1, end)).strip();
  }
}
