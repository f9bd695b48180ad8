package org.exemplar.classifier.sweep;

import org.exemplar.classifier.comparison.Preprocessing;

/** The program's own way from gray to a network's input, for tests of other rooms. */
public final class PaperInput {
  private PaperInput() {}

  /** {@code [channel][gray]}. */
  public static float[][] table() {
    float[] flat = GrayValues.table(Preprocessing.PAPER);
    int channels = Preprocessing.PAPER.channels();
    var table = new float[channels][flat.length / channels];
    for (int i = 0; i < flat.length; i++) {
      table[i % channels][i / channels] = flat[i];
    }
    return table;
  }
}
