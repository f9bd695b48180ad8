package org.exemplar.classifier.pickle;

import java.util.List;

/** A Java stand-in for an allowed Python callable. */
@FunctionalInterface
public interface PickleFunction {
  /**
   * Builds a value.
   *
   * @param arguments positional
   */
  Object call(List<Object> arguments);
}
