package org.exemplar.app.desk;

/**
 * Work on a desk that the window would lose when it closes now.
 *
 * @param what it is, e.g. {@code "The protocol chest.md has changes that are not saved."}
 * @param kept what keeping does, one sentence
 * @param keep keeps it; an error is told to the user
 * @param discard forgets it
 */
public record Unsaved(String what, String kept, Keeping keep, Runnable discard) {
  /** Keeps work. */
  @FunctionalInterface
  public interface Keeping {
    /** Whether it is kept now. */
    boolean keep();
  }
}
