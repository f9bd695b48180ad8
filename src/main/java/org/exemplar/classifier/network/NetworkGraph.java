package org.exemplar.classifier.network;

import java.util.List;

/**
 * A network whose weights lie beside it.
 *
 * @param architecture its name for people, e.g. {@code ResNet-50}
 * @param channels planes of the input, 1 or 3
 * @param findings width of the output
 * @param prunable names of the weights of every convolution and linear layer, in the order of the
 *     checkpoint
 * @param steps in order; the last one's result is the output
 */
public record NetworkGraph(
    String architecture, int channels, int findings, List<String> prunable, List<Step> steps) {
  /** Keeps copies. */
  public NetworkGraph {
    prunable = List.copyOf(prunable);
    steps = List.copyOf(steps);
  }

  /** Whether the output lies between 0 and 1 by construction. */
  public boolean endsInSigmoid() {
    return steps.getLast() instanceof Step.Sigmoid;
  }
}
