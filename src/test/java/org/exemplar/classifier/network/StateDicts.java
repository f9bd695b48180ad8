package org.exemplar.classifier.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** State dicts of untrained networks with torchvision's names and seeded values. */
public final class StateDicts {
  private static final long SEED = 20230919;

  private final SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
  private final UniformRandomProvider draw = RandomSource.XO_SHI_RO_256_PP.create(SEED);

  private StateDicts() {}

  /** A residual network; the inner width doubles from layer to layer. */
  public static SequencedMap<String, Tensor> resNet(
      boolean bottleneck, List<Integer> blocks, int width, int channels, int findings) {
    var made = new StateDicts();
    made.conv("conv1", width, channels, 7);
    made.norm("bn1", width);
    int at = width;
    for (int layer = 0; layer < blocks.size(); layer++) {
      int inner = width << layer;
      int outer = bottleneck ? 4 * inner : inner;
      for (int block = 0; block < blocks.get(layer); block++) {
        String name = "layer" + (layer + 1) + "." + block;
        made.block(name, bottleneck, at, inner);
        if (at != outer || (block == 0 && layer > 0)) {
          made.conv(name + ".downsample.0", outer, at, 1);
          made.norm(name + ".downsample.1", outer);
        }
        at = outer;
      }
    }
    made.linear("fc", findings, at);
    return made.tensors;
  }

  private void block(String name, boolean bottleneck, int input, int inner) {
    conv(name + ".conv1", inner, input, bottleneck ? 1 : 3);
    norm(name + ".bn1", inner);
    conv(name + ".conv2", inner, inner, 3);
    norm(name + ".bn2", inner);
    if (bottleneck) {
      conv(name + ".conv3", 4 * inner, inner, 1);
      norm(name + ".bn3", 4 * inner);
    }
  }

  /** A densely connected network. */
  public static SequencedMap<String, Tensor> denseNet(
      List<Integer> blocks, int growth, int width, int findings) {
    var made = new StateDicts();
    made.conv("features.conv0", width, 3, 7);
    made.norm("features.norm0", width);
    int at = width;
    for (int block = 1; block <= blocks.size(); block++) {
      for (int layer = 1; layer <= blocks.get(block - 1); layer++) {
        String name = "features.denseblock" + block + ".denselayer" + layer;
        made.norm(name + ".norm1", at);
        made.conv(name + ".conv1", 4 * growth, at, 1);
        made.norm(name + ".norm2", 4 * growth);
        made.conv(name + ".conv2", growth, 4 * growth, 3);
        at += growth;
      }
      if (block < blocks.size()) {
        made.norm("features.transition" + block + ".norm", at);
        made.conv("features.transition" + block + ".conv", at / 2, at, 1);
        at /= 2;
      }
    }
    made.norm("features.norm5", at);
    made.linear("classifier", findings, at);
    return made.tensors;
  }

  private void conv(String name, int output, int input, int kernel) {
    put(
        name + ".weight",
        2.4 / Math.sqrt((double) input * kernel * kernel),
        output,
        input,
        kernel,
        kernel);
  }

  private void norm(String name, int channels) {
    positive(name + ".weight", channels);
    put(name + ".bias", 0.2, channels);
    put(name + ".running_mean", 0.2, channels);
    positive(name + ".running_var", channels);
  }

  private void linear(String name, int output, int input) {
    put(name + ".weight", 2 / Math.sqrt(input), output, input);
    put(name + ".bias", 0.1, output);
  }

  private void positive(String name, int length) {
    var values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = 0.75f + 0.5f * draw.nextFloat();
    }
    tensors.put(name, new Tensor(List.of(length), values));
  }

  /** Values between {@code -reach} and {@code reach}. */
  private void put(String name, double reach, Integer... shape) {
    int count = 1;
    for (int size : shape) {
      count *= size;
    }
    var values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (reach * (2 * draw.nextFloat() - 1));
    }
    tensors.put(name, new Tensor(List.of(shape), values));
  }
}
