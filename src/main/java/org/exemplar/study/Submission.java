package org.exemplar.study;

import java.util.Locale;

/**
 * A case that a reader finished, in one of three ways.
 *
 * @param item which case at which place
 * @param outcome how
 * @param reason why incomplete or skipped; empty when complete
 * @param comment the reader's comment; may be empty
 * @param timing how long it took
 */
public record Submission(
    WorklistItem item, Outcome outcome, String reason, String comment, Timing timing) {
  /** Checks that a reason is given where one is needed. */
  public Submission {
    if (outcome != Outcome.COMPLETE && reason.isBlank()) {
      throw new IllegalArgumentException("an incomplete or skipped case needs a reason");
    }
  }

  /** How a case was finished. */
  public enum Outcome {
    /** Every required answer is there. */
    COMPLETE,
    /** Submitted with answers missing. */
    INCOMPLETE,
    /** Left out, since its film could not be shown. */
    SKIPPED;

    /** As it is stored. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
