package org.exemplar.classifier.sweep;

import org.exemplar.classifier.comparison.Preprocessing;

/**
 * What each of the 256 gray values becomes in each channel, computed in float32 as PyTorch does.
 */
final class GrayValues {
  private static final int LEVELS = 256;

  private GrayValues() {}

  /** {@code [channel][gray]}: {@code (gray / 255 − mean) / deviation}. */
  static float[][] table(Preprocessing preprocessing) {
    var table = new float[preprocessing.channels()][LEVELS];
    for (int channel = 0; channel < table.length; channel++) {
      float mean = preprocessing.mean().get(channel).floatValue();
      float deviation = preprocessing.deviation().get(channel).floatValue();
      for (int gray = 0; gray < LEVELS; gray++) {
        table[channel][gray] = (gray / 255f - mean) / deviation;
      }
    }
    return table;
  }
}
