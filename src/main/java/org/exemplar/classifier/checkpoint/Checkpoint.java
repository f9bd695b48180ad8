package org.exemplar.classifier.checkpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.exemplar.classifier.network.NetworkGraph;
import org.exemplar.classifier.network.Tensor;

/** A checkpoint that was read and can be used. */
public sealed interface Checkpoint {
  /** The file. */
  Path file();

  /** Its tensors as float32, under bare names, in its order. */
  SequencedMap<String, Tensor> tensors();

  /** The kind of file, for people. */
  String kind();

  /** The network, for people. */
  String architecture();

  /** Names of the weights that pruning may touch, in the order of masks. */
  List<String> prunable();

  /** Width of the output; 0 when the file does not tell. */
  int findings();

  /** Planes of the input, 1 or 3; 0 when the file does not tell. */
  int channels();

  /**
   * Weights whose network was recognised from their shapes.
   *
   * @param kind of container, for people, e.g. {@code state dict (zip)}
   */
  record Weights(Path file, String kind, SequencedMap<String, Tensor> tensors, NetworkGraph graph)
      implements Checkpoint {
    @Override
    public String architecture() {
      return graph.architecture();
    }

    @Override
    public List<String> prunable() {
      return graph.prunable();
    }

    @Override
    public int findings() {
      return graph.findings();
    }

    @Override
    public int channels() {
      return graph.channels();
    }
  }

  /** A TorchScript file: weights and code. Frozen ones show no tensors. */
  record Script(Path file, SequencedMap<String, Tensor> tensors) implements Checkpoint {
    /** What a network is called of which only its code knows what it is. */
    public static final String ARCHITECTURE = "TorchScript";

    @Override
    public String kind() {
      return "TorchScript";
    }

    @Override
    public String architecture() {
      return ARCHITECTURE;
    }

    @Override
    public List<String> prunable() {
      return kernels().stream().map(Map.Entry::getKey).toList();
    }

    private List<Map.Entry<String, Tensor>> kernels() {
      return tensors.entrySet().stream()
          .filter(entry -> isKernel(entry.getKey(), entry.getValue()))
          .toList();
    }

    /** Whether a tensor is the weight of a convolution or linear layer, by name and axes. */
    public static boolean isKernel(String name, Tensor tensor) {
      int axes = tensor.shape().size();
      return (name.equals("weight") || name.endsWith(".weight")) && (axes == 2 || axes == 4);
    }

    /** Whether its weights were folded into its code. */
    public boolean isFrozen() {
      return tensors.isEmpty();
    }

    @Override
    public int findings() {
      List<Map.Entry<String, Tensor>> kernels = kernels();
      return kernels.isEmpty() ? 0 : kernels.getLast().getValue().shape().getFirst();
    }

    /** A script may copy one plane to three by itself, so only a one-plane kernel tells. */
    @Override
    public int channels() {
      List<Map.Entry<String, Tensor>> kernels = kernels();
      if (kernels.isEmpty() || kernels.getFirst().getValue().shape().size() != 4) {
        return 0;
      }
      return kernels.getFirst().getValue().shape().get(1) == 1 ? 1 : 0;
    }
  }
}
