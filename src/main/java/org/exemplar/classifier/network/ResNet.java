package org.exemplar.classifier.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.exemplar.classifier.network.Step.GlobalMean;
import org.exemplar.classifier.network.Step.MaxPool;
import org.exemplar.classifier.network.Step.Relu;
import org.exemplar.classifier.network.Step.Sum;
import org.exemplar.classifier.network.Step.Window;

/**
 * Residual networks with torchvision's names (He et al., "Deep Residual Learning for Image
 * Recognition", CVPR 2016; strides as torchvision places them, on the 3 × 3 convolution): any
 * number of blocks, any width, basic or bottleneck blocks.
 */
final class ResNet {
  private static final int LAYERS = 4;

  private final GraphBuilder graph;
  private final List<Integer> blocks = new ArrayList<>();
  private boolean bottleneck;
  private int channels;
  private int at;

  private ResNet(GraphBuilder graph) {
    this.graph = graph;
  }

  static boolean looksLikeOne(SequencedMap<String, Tensor> tensors) {
    return tensors.containsKey("conv1.weight") && tensors.containsKey("layer1.0.conv1.weight");
  }

  static NetworkGraph recognise(SequencedMap<String, Tensor> tensors) {
    return new ResNet(new GraphBuilder(tensors)).build();
  }

  private NetworkGraph build() {
    List<Integer> stem = graph.shape("conv1.weight", 4);
    graph.requireKernel("conv1", 7);
    bottleneck = graph.has("layer1.0.conv3.weight");
    channels = stem.getFirst();
    at = graph.convolution(0, "conv1", "bn1", 2, stem.get(1));
    at = graph.add(new Relu(at));
    at = graph.add(new MaxPool(at, Window.of(3, 2, 1)));
    for (int layer = 1; layer <= LAYERS; layer++) {
      int count = 0;
      while (graph.has("layer" + layer + "." + count + ".conv1.weight")) {
        block("layer" + layer + "." + count, count == 0 && layer > 1 ? 2 : 1);
        count++;
      }
      blocks.add(count);
    }
    at = graph.add(new GlobalMean(at));
    String head = graph.head(List.of("fc", "classifier", "head"), channels);
    graph.linear(at, head);
    return graph.build(
        name(stem.getFirst()), stem.get(1), graph.shape(head + ".weight", 2).getFirst());
  }

  private void block(String name, int stride) {
    int input = at;
    int inputChannels = channels;
    int y = at;
    if (bottleneck) {
      y = normed(y, name, 1, 1);
      y = graph.add(new Relu(y));
      y = normed(y, name, 2, stride);
      y = graph.add(new Relu(y));
      y = normed(y, name, 3, 1);
    } else {
      y = normed(y, name, 1, stride);
      y = graph.add(new Relu(y));
      y = normed(y, name, 2, 1);
    }
    int shortcut = input;
    if (graph.has(name + ".downsample.0.weight")) {
      graph.requireKernel(name + ".downsample.0", 1);
      shortcut =
          graph.convolution(
              input, name + ".downsample.0", name + ".downsample.1", stride, inputChannels);
    } else if (stride != 1 || channels != inputChannels) {
      throw new UnknownNetworkException("the block " + name + " has no downsample layer");
    }
    at = graph.add(new Relu(graph.add(new Sum(y, shortcut))));
  }

  private int normed(int input, String block, int number, int stride) {
    String conv = block + ".conv" + number;
    graph.requireKernel(conv, bottleneck && number != 2 ? 1 : 3);
    int result = graph.convolution(input, conv, block + ".bn" + number, stride, channels);
    channels = graph.shape(conv + ".weight", 4).getFirst();
    return result;
  }

  private String name(int width) {
    String known =
        switch (blocks.toString() + bottleneck) {
          case "[2, 2, 2, 2]false" -> "ResNet-18";
          case "[3, 4, 6, 3]false" -> "ResNet-34";
          case "[3, 4, 6, 3]true" -> "ResNet-50";
          case "[3, 4, 23, 3]true" -> "ResNet-101";
          case "[3, 8, 36, 3]true" -> "ResNet-152";
          default ->
              "ResNet with "
                  + String.join("-", blocks.stream().map(String::valueOf).toList())
                  + (bottleneck ? " bottleneck blocks" : " basic blocks");
        };
    return width == 64 ? known : known + ", width " + width;
  }
}
