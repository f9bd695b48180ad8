package org.exemplar.study;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that happened in a sitting besides answers.
 *
 * @param position the worklist position it happened at, 0 for none
 * @param activeMs active time on the case at that position so far; 0 without a position
 * @param note what else there is to say, such as the program's version; may be empty
 */
public record SittingEvent(Kind kind, Instant at, int position, long activeMs, String note) {
  /** What happened. */
  public enum Kind {
    /** The file was opened for reading. */
    OPENED,
    /** The reader confirmed having read the instructions. */
    INSTRUCTIONS_READ,
    /** A film appeared; the note is the milliseconds that the swap took. */
    SHOWN,
    /** The reader paused. */
    PAUSED,
    /** The reader went on after a pause. */
    RESUMED,
    /** The reader took a break that was asked for. */
    BREAK_TAKEN,
    /** The break is over. */
    BREAK_ENDED,
    /** The reader left the case to go back to a submitted one, which the note names. */
    WENT_BACK,
    /** A practice case was tried again. */
    PRACTICE_REPEATED,
    /** The last case was submitted. */
    FINISHED,
    /** The file was closed in order. */
    CLOSED;

    /** As it is stored. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
