package org.exemplar.classifier.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.exemplar.classifier.network.Step.AveragePool;
import org.exemplar.classifier.network.Step.Concatenation;
import org.exemplar.classifier.network.Step.GlobalMean;
import org.exemplar.classifier.network.Step.MaxPool;
import org.exemplar.classifier.network.Step.Normalisation;
import org.exemplar.classifier.network.Step.Relu;
import org.exemplar.classifier.network.Step.Window;

/**
 * Densely connected networks with torchvision's names (Huang et al., "Densely Connected
 * Convolutional Networks", CVPR 2017): any number of layers, any growth.
 */
final class DenseNet {
  private final GraphBuilder graph;
  private final List<Integer> blocks = new ArrayList<>();
  private int channels;
  private int at;

  private DenseNet(GraphBuilder graph) {
    this.graph = graph;
  }

  static boolean looksLikeOne(SequencedMap<String, Tensor> tensors) {
    return tensors.containsKey("features.conv0.weight");
  }

  static NetworkGraph recognise(SequencedMap<String, Tensor> tensors) {
    return new DenseNet(new GraphBuilder(tensors)).build();
  }

  private NetworkGraph build() {
    List<Integer> stem = graph.shape("features.conv0.weight", 4);
    graph.requireKernel("features.conv0", 7);
    channels = stem.getFirst();
    at = graph.convolution(0, "features.conv0", "features.norm0", 2, stem.get(1));
    at = graph.add(new Relu(at));
    at = graph.add(new MaxPool(at, Window.of(3, 2, 1)));
    for (int block = 1; graph.has(layer(block, 1) + ".conv1.weight"); block++) {
      denseBlock(block);
      String transition = "features.transition" + block;
      if (graph.has(transition + ".conv.weight")) {
        transition(transition);
      }
    }
    normRelu("features.norm5");
    at = graph.add(new GlobalMean(at));
    String head = graph.head(List.of("classifier", "fc", "head"), channels);
    graph.linear(at, head);
    return graph.build(name(), stem.get(1), graph.shape(head + ".weight", 2).getFirst());
  }

  private static String layer(int block, int layer) {
    return "features.denseblock" + block + ".denselayer" + layer;
  }

  private void denseBlock(int block) {
    var inputs = new ArrayList<Integer>(List.of(at));
    int count = 0;
    while (graph.has(layer(block, count + 1) + ".conv1.weight")) {
      count++;
      String name = layer(block, count);
      graph.requireKernel(name + ".conv1", 1);
      graph.requireKernel(name + ".conv2", 3);
      int joined = inputs.size() == 1 ? inputs.getFirst() : graph.add(new Concatenation(inputs));
      int y = graph.add(new Normalisation(joined, graph.norm(name + ".norm1", channels)));
      y = graph.add(new Relu(y));
      y = graph.convolution(y, name + ".conv1", name + ".norm2", 1, channels);
      y = graph.add(new Relu(y));
      int middle = graph.shape(name + ".conv1.weight", 4).getFirst();
      y = graph.convolution(y, name + ".conv2", null, 1, middle);
      inputs.add(y);
      channels += graph.shape(name + ".conv2.weight", 4).getFirst();
    }
    at = graph.add(new Concatenation(inputs));
    blocks.add(count);
  }

  private void transition(String name) {
    normRelu(name + ".norm");
    graph.requireKernel(name + ".conv", 1);
    at = graph.convolution(at, name + ".conv", null, 1, channels);
    channels = graph.shape(name + ".conv.weight", 4).getFirst();
    at = graph.add(new AveragePool(at, Window.of(2, 2, 0)));
  }

  private void normRelu(String norm) {
    at = graph.add(new Normalisation(at, graph.norm(norm, channels)));
    at = graph.add(new Relu(at));
  }

  private String name() {
    return switch (blocks.toString()) {
      case "[6, 12, 24, 16]" -> "DenseNet-121";
      case "[6, 12, 32, 32]" -> "DenseNet-169";
      case "[6, 12, 48, 32]" -> "DenseNet-201";
      default ->
          "DenseNet with "
              + String.join("-", blocks.stream().map(String::valueOf).toList())
              + " layers";
    };
  }
}
