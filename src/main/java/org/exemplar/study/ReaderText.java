package org.exemplar.study;

import java.util.List;

/**
 * The words that readers see besides the questions.
 *
 * @param title the neutral title of the study
 * @param instructions Markdown shown before the first case
 * @param returning Markdown on the thank-you page: how to send the file back; may be empty
 * @param vocabulary findings that can be named as missing, in the order offered
 */
public record ReaderText(
    String title, String instructions, String returning, List<String> vocabulary) {
  /** Copies and checks that there is a title. */
  public ReaderText {
    vocabulary = List.copyOf(vocabulary);
    if (title.isBlank()) {
      throw new IllegalArgumentException("a study needs a title");
    }
  }
}
