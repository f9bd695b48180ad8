package org.exemplar.study;

import java.util.Locale;

/**
 * Which end of a question's scale the hypothesis of the study expects more of. Part of the analysis
 * plan; never crosses into a reading file.
 */
public enum Orientation {
  /** Higher codes. */
  HIGHER,
  /** Lower codes. */
  LOWER;

  /** As it is written in protocols and on the command line: {@code higher}, {@code lower}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
