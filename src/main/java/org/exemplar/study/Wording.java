package org.exemplar.study;

/**
 * How a question is put.
 *
 * @param title two or three words for lists and charts
 * @param text the question as the reader is asked it
 * @param help one sentence for the instructions; may be empty
 */
public record Wording(String title, String text, String help) {
  /** Checks that title and text are there. */
  public Wording {
    if (title.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException("a question has a title and a text");
    }
  }
}
