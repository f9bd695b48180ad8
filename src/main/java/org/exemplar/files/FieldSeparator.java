package org.exemplar.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What stands between the cells of a table in text: a comma, or the semicolon or tab that
 * spreadsheets write where the comma is the decimal sign.
 */
public final class FieldSeparator {
  private static final int HEAD = 1 << 16;
  private static final char[] KNOWN = {',', ';', '\t'};

  private FieldSeparator() {}

  /**
   * The separator of a file, by its header; a comma where the file cannot be read, so that who
   * reads it says why.
   */
  public static char of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return of(new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1));
    } catch (IOException unreadable) {
      return ',';
    }
  }

  /**
   * The one of comma, semicolon and tab that stands most often outside quotes in the first line.
   *
   * @param text of a table, or its beginning
   */
  public static char of(String text) {
    var counts = new int[KNOWN.length];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at == '"') {
        quoted = !quoted;
      } else if (at == '\n' && !quoted) {
        break;
      }
      for (int known = 0; known < KNOWN.length && !quoted; known++) {
        counts[known] += at == KNOWN[known] ? 1 : 0;
      }
    }
    int most = 0;
    for (int known = 1; known < KNOWN.length; known++) {
      most = counts[known] > counts[most] ? known : most;
    }
    return KNOWN[most];
  }
}
