package org.exemplar.study;

/** What a reader says to one given finding. */
public enum FindingVerdict {
  /** The finding is there. */
  AGREE,
  /** The finding is not there. */
  DISAGREE,
  /** The reader cannot tell. */
  UNSURE
}
