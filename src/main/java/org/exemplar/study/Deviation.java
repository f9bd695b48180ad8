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
    BREAK_SKIPPED("Read on without the break"),
    /** Read on past the longest sitting. */
    SITTING_LIMIT_EXCEEDED("Read past the longest sitting"),
    /** Read a case again before the washout was over. */
    WASHOUT_SHORTENED("Read again before the washout ended"),
    /** Submitted a case with answers missing. */
    SUBMITTED_INCOMPLETE("Left answers out"),
    /** Left a case out, since its film could not be shown. */
    CASE_SKIPPED("Left the case out"),
    /** Went on with a display on which not everything was seen. */
    DISPLAY_CHECK_FAILED("Went on with a failed display check");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As it is said to the coordinator. */
    public String words() {
      return words;
    }

    /** As it is stored. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
