package org.exemplar.app.desk;

import java.nio.file.Path;
import java.time.Instant;

/**
 * One line of the start page's list of what was open.
 *
 * @param path the file or folder
 * @param thing what it is
 * @param about what it is in words, e.g. {@code "Study, sealed on 14 November"}
 * @param state how far it has come, e.g. {@code "Case 12 of 40"}; may be empty
 * @param tone how the state is coloured
 * @param opened when it was last open
 */
public record Recent(
    Path path, Thing thing, String about, String state, Tone tone, Instant opened) {
  /** The tint of a state tag; the words say the same. */
  public enum Tone {
    PLAIN,
    INFO,
    SUCCESS,
    WARNING
  }
}
