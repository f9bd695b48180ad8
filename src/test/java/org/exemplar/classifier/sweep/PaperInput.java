package org.exemplar.classifier.sweep;

import org.exemplar.classifier.comparison.Preprocessing;

/** The program's own way from gray to a network's input, for tests of other rooms. */
public final class PaperInput {
  private PaperInput() {}

  /** {@code [channel][gray]}. */
  public static float[][] table() {
    return GrayValues.table(Preprocessing.PAPER);
  }
}
