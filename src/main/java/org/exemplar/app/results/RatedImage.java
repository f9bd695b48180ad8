package org.exemplar.app.results;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An image of an unblinded study with what readers said about it.
 *
 * @param image which one
 * @param answers first showings, practice apart
 */
public record RatedImage(ImageWanted image, List<Answer> answers) {
  /** Keeps a copy. */
  public RatedImage {
    answers = List.copyOf(answers);
  }

  /**
   * One answer.
   *
   * @param reader who
   * @param question its title
   * @param code empty for "cannot judge"
   */
  public record Answer(String reader, String question, OptionalDouble code) {}
}
