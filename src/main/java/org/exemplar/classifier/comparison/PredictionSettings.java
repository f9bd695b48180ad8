package org.exemplar.classifier.comparison;

/**
 * How predictions were made.
 *
 * @param version of the program that made them
 * @param preprocessing from image to input
 * @param output what the networks gave; tables always hold probabilities
 * @param device {@code cpu} or {@code gpu}
 * @param precision of the networks' arithmetic
 */
public record PredictionSettings(
    String version,
    Preprocessing preprocessing,
    OutputKind output,
    String device,
    Precision precision) {
  /** Settings in float32. */
  public PredictionSettings(
      String version, Preprocessing preprocessing, OutputKind output, String device) {
    this(version, preprocessing, output, device, Precision.FLOAT32);
  }
}
