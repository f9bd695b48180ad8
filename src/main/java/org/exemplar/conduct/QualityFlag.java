package org.exemplar.conduct;

/**
 * Something about a reader's way of reading that a coordinator may want to ask about. No number in
 * it depends on an arm.
 *
 * @param kind what sort of thing
 * @param position the worklist position where it is (or begins), 0 for the reading as a whole
 * @param until the position where it ends; {@code position} when it is one
 * @param sentence one plain sentence
 */
public record QualityFlag(Kind kind, int position, int until, String sentence) {
  /** What sort of thing. */
  public enum Kind {
    /** Many cases in a row with the same answers. */
    STRAIGHT_LINING("answers in a straight line"),
    /** Much faster than the other readers over whole blocks. */
    TOO_FAST("is too fast"),
    /** A case answered much faster than the reader's own habit. */
    FAST("was fast once"),
    /** A case that took much longer than the reader's own habit. */
    SLOW("was slow once"),
    /** More idle than active time. */
    IDLE("is often idle"),
    /** A case submitted with answers missing, or left out. */
    INCOMPLETE("left something out"),
    /** Not finished, and no case for a week. */
    STOPPED("has stopped");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** As it is said of a reader, e.g. {@code "is too fast"}. */
    public String words() {
      return words;
    }
  }

  /** At one place. */
  public QualityFlag(Kind kind, int position, String sentence) {
    this(kind, position, position, sentence);
  }

  /** Whether it lies, in part or whole, between two positions. */
  boolean within(int from, int to) {
    return position > 0 && position <= to && until >= from;
  }
}
