package org.exemplar.study;

import java.util.Locale;

/** Which submitted cases a reader may go back to. */
public enum Correction {
  /** None: submitted is final. */
  NONE,
  /** Only the case submitted just before. */
  PREVIOUS,
  /** Any case submitted before. */
  ANY;

  /** As it is written in protocols. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
