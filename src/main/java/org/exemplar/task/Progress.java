package org.exemplar.task;

/**
 * Told how far long work has come. Implementations are the console line and the JavaFX task; both
 * accept calls from any thread.
 */
@FunctionalInterface
public interface Progress {
  /** Nobody watches. */
  Progress NONE = (stage, done, total) -> {};

  /**
   * @param stage what is being done, in words a user reads, e.g. {@code "Pruning run 2 of 5"}
   * @param done units finished, from 0
   * @param total units in all, or a negative number when unknown
   */
  void report(String stage, long done, long total);
}
