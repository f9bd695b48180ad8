package org.exemplar.classifier.comparison;

import java.util.Locale;
import org.exemplar.problem.Problem;

/** What the last layer of a network gives. */
public enum OutputKind {
  /** Any real number; the sigmoid turns it into a probability. */
  LOGITS,
  /** Already between 0 and 1. */
  PROBABILITIES;

  /** As the command line and the manifest write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The kind of that name.
   *
   * @throws Problem if there is none
   */
  public static OutputKind parse(String text) {
    for (OutputKind kind : values()) {
      if (kind.text().equals(text)) {
        return kind;
      }
    }
    throw new Problem("Output \"" + text + "\" is unknown; choose logits or probabilities.");
  }
}
