package org.exemplar.classifier.prune;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.problem.Problem;

/**
 * The weights of every convolution and linear layer, one after the other in the checkpoint's order:
 * what pruning ranks and what a mask counts. Immutable; arrays are shared.
 */
public final class PrunableWeights {
  private final List<String> names;
  private final List<Tensor> layers;
  private final int[] starts;
  private final int total;

  private PrunableWeights(List<String> names, List<Tensor> layers) {
    this.names = List.copyOf(names);
    this.layers = List.copyOf(layers);
    starts = new int[layers.size()];
    long sum = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = (int) sum;
      sum += layers.get(i).values().length;
      if (sum > Integer.MAX_VALUE) {
        throw new Problem("The network has more than two thousand million weights; too many.");
      }
    }
    total = (int) sum;
  }

  /**
   * Picks the prunable ones out of all tensors.
   *
   * @param names in the order of masks
   */
  public static PrunableWeights of(SequencedMap<String, Tensor> tensors, List<String> names) {
    var layers = new ArrayList<Tensor>();
    for (String name : names) {
      Tensor tensor = tensors.get(name);
      if (tensor == null) {
        throw new IllegalArgumentException("no tensor " + name);
      }
      layers.add(tensor);
    }
    return new PrunableWeights(names, layers);
  }

  /** Names of the layers' weights. */
  public List<String> names() {
    return names;
  }

  /** The layers' weights; the first axis counts output channels. */
  public List<Tensor> layers() {
    return layers;
  }

  /** Index of a layer's first weight among all. */
  public int start(int layer) {
    return starts[layer];
  }

  /** Number of weights. */
  public int total() {
    return total;
  }
}
