package org.exemplar.conduct;

/**
 * Something about a reader's way of reading that a coordinator may want to ask about. No number in
 * it depends on an arm.
 *
 * @param kind what sort of thing
 * @param position the worklist position where it is (or begins), 0 for the reading as a whole
 * @param sentence one plain sentence
 */
public record QualityFlag(Kind kind, int position, String sentence) {
  /** What sort of thing. */
  public enum Kind {
    /** Many cases in a row with the same answers to every question. */
    STRAIGHT_LINING,
    /** A case answered much faster than the reader's own habit. */
    FAST,
    /** A case that took much longer than the reader's own habit. */
    SLOW,
    /** More idle than active time. */
    IDLE,
    /** A case submitted with answers missing, or left out. */
    INCOMPLETE
  }
}
