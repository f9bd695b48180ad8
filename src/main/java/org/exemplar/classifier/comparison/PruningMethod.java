package org.exemplar.classifier.comparison;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.exemplar.problem.Problem;

/** How the weights to remove are chosen. */
public enum PruningMethod {
  /** Smallest magnitudes over all prunable weights together. */
  L1("l1"),
  /** A seeded draw over all prunable weights together. */
  RANDOM("random"),
  /** Smallest magnitudes within each layer. */
  LAYER_L1("layer-l1"),
  /** Output channels with the smallest sum of magnitudes, within each layer. */
  STRUCTURED_L1("structured-l1"),
  /** Output channels with the smallest Euclidean norm, within each layer. */
  STRUCTURED_L2("structured-l2"),
  /** A keep mask read from a file. */
  MASK("mask"),
  /** Nothing is pruned here: copies pruned, fine-tuned or quantised elsewhere were given. */
  GIVEN("given");

  private final String text;

  PruningMethod(String text) {
    this.text = text;
  }

  /** As the command line and the manifest write it. */
  public String text() {
    return text;
  }

  /**
   * The method of that name.
   *
   * @throws Problem naming the choices if there is none
   */
  public static PruningMethod parse(String text) {
    for (PruningMethod method : values()) {
      if (method.text.equals(text)) {
        return method;
      }
    }
    throw new Problem(
        "Pruning method \""
            + text
            + "\" is unknown; choose one of "
            + Arrays.stream(values()).map(PruningMethod::text).collect(Collectors.joining(", "))
            + ".");
  }
}
