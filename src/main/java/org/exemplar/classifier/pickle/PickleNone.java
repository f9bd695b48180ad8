package org.exemplar.classifier.pickle;

/** Python's {@code None}. */
public enum PickleNone {
  /** The only one. */
  NONE
}
