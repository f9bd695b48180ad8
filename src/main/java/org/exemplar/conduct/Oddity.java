package org.exemplar.conduct;

/**
 * Something about a returned file that the coordinator should see; it is noted and holds nothing
 * up.
 *
 * @param kind what sort of thing
 * @param position the worklist position it concerns, 0 for the file as a whole
 * @param sentence one plain sentence
 */
public record Oddity(Kind kind, int position, String sentence) {
  /** What sort of thing. */
  public enum Kind {
    /** The reader's clock differs from the coordinator's, or was changed. */
    CLOCK,
    /** Read with another version of the program than the study was sealed with. */
    VERSION,
    /** Rated by a program, not by a person. */
    SIMULATED
  }
}
