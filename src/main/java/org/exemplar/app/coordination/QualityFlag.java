package org.exemplar.app.coordination;

/**
 * Something about a reader's answers that the coordinator should look at. Computed from times and
 * answers alone: nothing in it depends on an arm.
 *
 * @param kind what sort of thing
 * @param title one clause
 * @param detail one sentence
 */
public record QualityFlag(Kind kind, String title, String detail) {
  /** What sort of thing. */
  public enum Kind {
    /** Much faster than the other readers. */
    TOO_FAST,
    /** The same answer many times in a row. */
    STRAIGHT_LINE,
    /** A program answered. */
    SIMULATED
  }
}
