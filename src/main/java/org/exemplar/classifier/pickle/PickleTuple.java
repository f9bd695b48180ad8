package org.exemplar.classifier.pickle;

import java.util.List;

/**
 * A Python tuple.
 *
 * @param values in order
 */
public record PickleTuple(List<Object> values) {
  /** Keeps a copy. */
  public PickleTuple {
    values = List.copyOf(values);
  }
}
