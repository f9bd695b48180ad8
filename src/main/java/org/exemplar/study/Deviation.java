package org.exemplar.study;

import java.time.Instant;
import java.util.Locale;

/**
 * Something done otherwise than the protocol says, with its reason.
 *
 * @param at when
 * @param position the worklist position it concerns, 0 for none
 * @param reason in the reader's words, not blank
 */
public record Deviation(Kind kind, Instant at, int position, String reason) {
  /** Checks that a reason is given. */
  public Deviation {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a deviation needs a reason");
    }
  }

  /** What was done otherwise. */
  public enum Kind {
    /** Read on without the break asked for. */
    BREAK_SKIPPED,
    /** Read on past the longest sitting. */
    SITTING_LIMIT_EXCEEDED,
    /** Read a case again before the washout was over. */
    WASHOUT_SHORTENED,
    /** Submitted a case with answers missing. */
    SUBMITTED_INCOMPLETE,
    /** Left a case out, since its film could not be shown. */
    CASE_SKIPPED,
    /** Went on with a display on which not everything was seen. */
    DISPLAY_CHECK_FAILED;

    /** As it is stored. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
