package org.exemplar.classifier.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.exemplar.classifier.network.Step.Convolution;
import org.exemplar.classifier.network.Step.Linear;
import org.exemplar.classifier.network.Step.Norm;
import org.exemplar.classifier.network.Step.Window;
import org.jspecify.annotations.Nullable;

/** Collects the steps of a network while its tensors are checked against them. */
final class GraphBuilder {
  private final Map<String, Tensor> tensors;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> used = new LinkedHashSet<>();

  GraphBuilder(SequencedMap<String, Tensor> tensors) {
    this.tensors = tensors;
  }

  /** Adds a step; returns the number of its result. */
  int add(Step step) {
    steps.add(step);
    return steps.size();
  }

  boolean has(String name) {
    return tensors.containsKey(name);
  }

  /** The shape of a tensor that has to be there with so many axes. */
  List<Integer> shape(String name, int axes) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new UnknownNetworkException("the tensor " + name + " is missing");
    }
    if (tensor.shape().size() != axes) {
      throw new UnknownNetworkException("the tensor " + name + " has the shape " + tensor.shape());
    }
    return tensor.shape();
  }

  /** A convolution with the norm of that prefix, if any; groups and kernel come from the shape. */
  int convolution(int input, String name, @Nullable String norm, int stride, int inputChannels) {
    List<Integer> shape = shape(name + ".weight", 4);
    int kernel = shape.get(2);
    if (!shape.get(3).equals(kernel) || shape.get(1) == 0 || inputChannels % shape.get(1) != 0) {
      throw new UnknownNetworkException(
          "the tensor "
              + name
              + ".weight has the shape "
              + shape
              + " behind "
              + inputChannels
              + " channels");
    }
    used.add(name + ".weight");
    String bias = has(name + ".bias") ? name + ".bias" : null;
    if (bias != null) {
      require(bias, shape.get(0));
    }
    Norm normalisation = norm == null ? null : norm(norm, shape.get(0));
    return add(
        new Convolution(
            input,
            name + ".weight",
            bias,
            normalisation,
            new Window(kernel, stride, kernel / 2, 1, inputChannels / shape.get(1))));
  }

  /**
   * A weight of an architecture whose kernels are known.
   *
   * @throws UnknownNetworkException if it has another width
   */
  void requireKernel(String name, int width) {
    int found = shape(name + ".weight", 4).get(2);
    if (found != width) {
      throw new UnknownNetworkException(
          "the convolution "
              + name
              + " is "
              + found
              + " wide, not "
              + width
              + " as in torchvision");
    }
  }

  /** A norm whose four tensors fit the channels. */
  Norm norm(String prefix, int channels) {
    Norm norm = Norm.of(prefix);
    for (String name : List.of(norm.weight(), norm.bias(), norm.mean(), norm.variance())) {
      require(name, channels);
    }
    return norm;
  }

  private void require(String name, int length) {
    if (shape(name, 1).getFirst() != length) {
      throw new UnknownNetworkException(
          "the tensor " + name + " has " + shape(name, 1) + " values, not " + length);
    }
  }

  /** The linear head: the only matrix below one of the prefixes. Returns its name. */
  String head(List<String> prefixes, int inputs) {
    List<String> matrices =
        tensors.entrySet().stream()
            .filter(entry -> entry.getValue().shape().size() == 2)
            .map(Map.Entry::getKey)
            .filter(name -> name.endsWith(".weight"))
            .toList();
    if (matrices.size() != 1
        || prefixes.stream().noneMatch(prefix -> matrices.getFirst().startsWith(prefix + "."))) {
      throw new UnknownNetworkException(
          "it has " + matrices.size() + " linear layers, not one head");
    }
    String name = matrices.getFirst().substring(0, matrices.getFirst().length() - 7);
    if (shape(name + ".weight", 2).get(1) != inputs) {
      throw new UnknownNetworkException(
          "the head "
              + name
              + " takes "
              + shape(name + ".weight", 2).get(1)
              + " values, not "
              + inputs);
    }
    used.add(name + ".weight");
    return name;
  }

  int linear(int input, String name) {
    String bias = has(name + ".bias") ? name + ".bias" : null;
    if (bias != null) {
      require(bias, shape(name + ".weight", 2).getFirst());
    }
    return add(new Linear(input, name + ".weight", bias));
  }

  /** Finishes; a convolution or linear weight that no step uses means another network. */
  NetworkGraph build(String architecture, int channels, int findings) {
    List<String> prunable =
        tensors.entrySet().stream()
            .filter(entry -> isKernel(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    for (String name : prunable) {
      if (!used.contains(name)) {
        throw new UnknownNetworkException("the tensor " + name + " belongs to no known layer");
      }
    }
    return new NetworkGraph(architecture, channels, findings, prunable, steps);
  }

  private static boolean isKernel(Tensor tensor) {
    return tensor.shape().size() >= 2;
  }
}
