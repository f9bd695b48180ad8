package org.exemplar.classifier.sweep;

import org.exemplar.classifier.comparison.Preprocessing;

/**
 * What each of the 256 gray values becomes in each channel, computed in float32 as PyTorch does.
 */
final class GrayValues {
  private static final int LEVELS = 256;

  private GrayValues() {}

  /** {@code [gray · channels + channel]}: {@code (gray / 255 − mean) / deviation}. */
  static float[] table(Preprocessing preprocessing) {
    int channels = preprocessing.channels();
    var table = new float[LEVELS * channels];
    for (int channel = 0; channel < channels; channel++) {
      float mean = preprocessing.mean().get(channel).floatValue();
      float deviation = preprocessing.deviation().get(channel).floatValue();
      for (int gray = 0; gray < LEVELS; gray++) {
        table[gray * channels + channel] = (gray / 255f - mean) / deviation;
      }
    }
    return table;
  }
}
