package org.exemplar.classifier.comparison;

import java.util.Collections;
import java.util.List;
import org.exemplar.problem.Problem;

/**
 * From an 8-bit gray image to the network's input: resize to {@code size × size}, divide by 255,
 * copy to {@code channels}, subtract the mean, divide by the deviation; channels first, float32.
 *
 * @param size side in pixels of the square input
 * @param channels 1 or 3 equal planes
 * @param mean one per channel, subtracted after the division by 255
 * @param deviation one per channel, greater than 0
 * @param resize the rule, {@link #OPENCV_BILINEAR}
 */
public record Preprocessing(
    int size, int channels, List<Double> mean, List<Double> deviation, String resize) {
  /** OpenCV's fixed-point bilinear resize on 8 bits: half-pixel centres, no antialias. */
  public static final String OPENCV_BILINEAR = "opencv-bilinear";

  /** The loader of the paper: 256 × 256, three channels, ImageNet's mean and deviation. */
  public static final Preprocessing PAPER =
      new Preprocessing(
          256, 3, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225), OPENCV_BILINEAR);

  /** Checks sizes; one mean or deviation for several channels is repeated. */
  public Preprocessing {
    if (size < 1 || size > 8192) {
      throw new Problem("Image size " + size + " is not between 1 and 8192 pixels.");
    }
    if (channels != 1 && channels != 3) {
      throw new Problem("A network input of " + channels + " channels is unknown; give 1 or 3.");
    }
    mean = perChannel("--mean", mean, channels);
    deviation = perChannel("--deviation", deviation, channels);
    if (deviation.stream().anyMatch(d -> d <= 0)) {
      throw new Problem("--deviation must be greater than 0 in every channel.");
    }
  }

  private static List<Double> perChannel(String option, List<Double> given, int channels) {
    if (given.stream().anyMatch(v -> !Double.isFinite(v))) {
      throw new Problem(option + " holds a value that is not a number.");
    }
    if (given.size() == channels) {
      return List.copyOf(given);
    }
    if (given.size() == 1) {
      return List.copyOf(Collections.nCopies(channels, given.getFirst()));
    }
    throw new Problem(
        option + " has " + given.size() + " values for " + channels + " channels; give one each.");
  }

  /** The same with another side length. */
  public Preprocessing withSize(int newSize) {
    return new Preprocessing(newSize, channels, mean, deviation, resize);
  }

  /** The same for a network that takes one plane: its first mean and deviation. */
  public Preprocessing withOneChannel() {
    return new Preprocessing(size, 1, mean.subList(0, 1), deviation.subList(0, 1), resize);
  }
}
