package org.exemplar.store;

import java.nio.file.Path;

/**
 * Says that answers are kept in a second journal, since the reading file cannot be written.
 *
 * @param place the second journal
 * @param why what is wrong with the reading file, a sentence
 */
public record KeptElsewhere(Path place, String why) {
  /** What to tell the reader: what is wrong, where the answers are, and what to do. */
  public String sentence() {
    return "%s Your answers are kept in %s from now on, and you can go on reading. Before you send the file back, put that right and open the file once more on this computer: the answers are then added to it."
        .formatted(why, place);
  }
}
