package org.exemplar.classifier.pickle;

/** A value that takes what Python hands to {@code __setstate__} or puts into {@code __dict__}. */
@FunctionalInterface
public interface PickleState {
  /**
   * Takes the state.
   *
   * @param state usually a map
   */
  void set(Object state);
}
