package org.exemplar.classifier.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.exemplar.classifier.network.NetworkGraph;
import org.exemplar.classifier.network.Step;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.classifier.network.UnknownNetworkException;
import org.jspecify.annotations.Nullable;

/**
 * The operations of an ONNX model as steps, so that its weights can be pruned like any others.
 * Models with operations beyond those of residual and dense networks are refused.
 */
final class OnnxGraph {
  private final OnnxFile model;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Integer> results = new HashMap<>();
  private final SequencedMap<String, Tensor> used = new LinkedHashMap<>();
  private final List<String> prunable = new ArrayList<>();
  private int channels;
  private int findings;

  private OnnxGraph(OnnxFile model) {
    this.model = model;
  }

  /**
   * Translates.
   *
   * @return the weights in the order in which they are used, and the network
   */
  static Translated of(OnnxFile model) {
    return new OnnxGraph(model).translate();
  }

  /** Weights and the network that uses them. */
  record Translated(SequencedMap<String, Tensor> tensors, NetworkGraph graph) {}

  private Translated translate() {
    if (model.inputs().size() != 1 || model.outputs().isEmpty()) {
      throw new UnknownNetworkException("it has " + model.inputs().size() + " inputs");
    }
    results.put(model.inputs().getFirst(), 0);
    for (OnnxFile.Node node : model.nodes()) {
      if (node.type().equals("Constant")) {
        continue;
      }
      results.put(node.outputs().getFirst(), result(node));
      if (node.outputs().contains(model.outputs().getFirst())) {
        break;
      }
    }
    Integer last = results.get(model.outputs().getFirst());
    if (last == null || last != steps.size() || findings == 0) {
      throw new UnknownNetworkException("its output is not that of a linear layer");
    }
    return new Translated(
        used, new NetworkGraph("ONNX network", channels, findings, prunable, steps));
  }

  private int result(OnnxFile.Node node) {
    int input = input(node, 0);
    return switch (node.type()) {
      case "Identity", "Dropout" -> input;
      case "Flatten" -> flatten(input);
      case "Conv" -> add(convolution(node, input));
      case "BatchNormalization" -> add(normalisation(node, input));
      case "Relu" -> add(new Step.Relu(input));
      case "MaxPool" -> add(new Step.MaxPool(input, window(node, 1)));
      case "AveragePool" -> add(new Step.AveragePool(input, window(node, 1)));
      case "GlobalAveragePool" -> add(new Step.GlobalMean(input));
      case "Add" -> add(new Step.Sum(input, input(node, 1)));
      case "Concat" -> add(concatenation(node));
      case "Gemm" -> add(linear(node, input));
      case "Sigmoid" -> add(new Step.Sigmoid(input));
      default -> throw new UnknownNetworkException("it uses the ONNX operation " + node.type());
    };
  }

  private int add(Step step) {
    steps.add(step);
    return steps.size();
  }

  private int input(OnnxFile.Node node, int at) {
    Integer result = at < node.inputs().size() ? results.get(node.inputs().get(at)) : null;
    if (result == null) {
      throw new UnknownNetworkException("the operation " + node.type() + " has no known input");
    }
    return result;
  }

  private int flatten(int input) {
    if (input > 0 && steps.get(input - 1) instanceof Step.GlobalMean) {
      return input;
    }
    throw new UnknownNetworkException("it flattens something else than a mean");
  }

  private String weight(OnnxFile.Node node, int at) {
    String name = node.inputs().get(at);
    Tensor tensor = model.weights().get(name);
    if (tensor == null) {
      throw new UnknownNetworkException("the operation " + node.type() + " computes its weights");
    }
    used.put(name, tensor);
    return name;
  }

  private @Nullable String optional(OnnxFile.Node node, int at) {
    return at < node.inputs().size() && !node.inputs().get(at).isEmpty() ? weight(node, at) : null;
  }

  private Step convolution(OnnxFile.Node node, int input) {
    String weight = weight(node, 1);
    List<Integer> shape = shape(weight, 4);
    if (steps.isEmpty()) {
      channels = shape.get(1);
    }
    prunable.add(weight);
    return new Step.Convolution(
        input, weight, optional(node, 2), null, window(node, (int) node.number("group", 1)));
  }

  private List<Integer> shape(String weight, int axes) {
    Tensor tensor = used.get(weight);
    if (tensor == null || tensor.shape().size() != axes) {
      throw new UnknownNetworkException("the weight " + weight + " has another number of axes");
    }
    return tensor.shape();
  }

  private Step normalisation(OnnxFile.Node node, int input) {
    var norm =
        new Step.Norm(
            weight(node, 1),
            weight(node, 2),
            weight(node, 3),
            weight(node, 4),
            node.decimal("epsilon", 1e-5f));
    return new Step.Normalisation(input, norm);
  }

  private Step concatenation(OnnxFile.Node node) {
    if (node.number("axis", 1) != 1) {
      throw new UnknownNetworkException("it concatenates something else than channels");
    }
    var inputs = new ArrayList<Integer>();
    for (int i = 0; i < node.inputs().size(); i++) {
      inputs.add(input(node, i));
    }
    return new Step.Concatenation(inputs);
  }

  private Step linear(OnnxFile.Node node, int input) {
    boolean plain =
        node.decimal("alpha", 1) == 1
            && node.decimal("beta", 1) == 1
            && node.number("transA", 0) == 0;
    if (!plain) {
      throw new UnknownNetworkException("it scales a linear layer");
    }
    String weight = weight(node, 1);
    if (node.number("transB", 0) == 0) {
      used.put(weight, transposed(used.get(weight)));
    }
    prunable.add(weight);
    findings = shape(weight, 2).getFirst();
    return new Step.Linear(input, weight, optional(node, 2));
  }

  private static Tensor transposed(@Nullable Tensor tensor) {
    if (tensor == null || tensor.shape().size() != 2) {
      throw new UnknownNetworkException("a linear layer has no matrix");
    }
    int rows = tensor.shape().get(0);
    int columns = tensor.shape().get(1);
    var values = new float[tensor.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i % columns * rows + i / columns] = tensor.values()[i];
    }
    return new Tensor(List.of(columns, rows), values);
  }

  private static Step.Window window(OnnxFile.Node node, int groups) {
    boolean unknown =
        node.number("ceil_mode", 0) != 0
            || node.number("count_include_pad", 0) != 0
            || !(node.text("auto_pad").isEmpty() || node.text("auto_pad").equals("NOTSET"));
    if (unknown) {
      throw new UnknownNetworkException("its " + node.type() + " pads in an unusual way");
    }
    return new Step.Window(
        same(node, "kernel_shape", 1),
        same(node, "strides", 1),
        same(node, "pads", 0),
        same(node, "dilations", 1),
        groups);
  }

  private static int same(OnnxFile.Node node, String name, int otherwise) {
    List<Long> values = node.numbers(name);
    if (values == null || values.isEmpty()) {
      return otherwise;
    }
    if (values.stream().distinct().count() != 1) {
      throw new UnknownNetworkException(
          "its " + node.type() + " is not the same in all directions");
    }
    return Math.toIntExact(values.getFirst());
  }
}
