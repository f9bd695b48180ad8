package org.exemplar.classifier.torch;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.exemplar.classifier.network.Step.Norm;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.classifier.torch.GraphScript.Slot;
import org.jspecify.annotations.Nullable;

/**
 * The values of a script's weight list. A norm behind a convolution becomes a gain {@code weight /
 * √(variance + epsilon)} on each output channel of the kernel, and a bias; gains are computed in
 * double precision. A weight of zero stays zero.
 */
final class FoldedWeights {
  private final Map<String, Tensor> tensors;
  private final List<Slot> slots;

  FoldedWeights(SequencedMap<String, Tensor> tensors, List<Slot> slots) {
    this.tensors = tensors;
    this.slots = slots;
  }

  /** The values with dense kernels. */
  Tensor dense(int slot) {
    return switch (slots.get(slot)) {
      case Slot.Kernel(String weight, Norm _) -> kernel(slot, tensor(weight));
      case Slot.Bias bias -> bias(bias);
      case Slot.Plain(String name) -> tensor(name);
    };
  }

  /** The name of the kernel in a slot, or null where it holds something else. */
  @Nullable String kernelName(int slot) {
    return slots.get(slot) instanceof Slot.Kernel(String weight, Norm _) ? weight : null;
  }

  /** The values of a kernel's slot when the kernel is {@code weight}. */
  Tensor kernel(int slot, Tensor weight) {
    if (!(slots.get(slot) instanceof Slot.Kernel(String _, Norm norm)) || norm == null) {
      return weight;
    }
    int channels = weight.shape().getFirst();
    int width = weight.values().length / channels;
    var values = new float[weight.values().length];
    for (int channel = 0; channel < channels; channel++) {
      double gain = gain(norm, channel);
      for (int i = channel * width; i < (channel + 1) * width; i++) {
        values[i] = (float) (weight.values()[i] * gain);
      }
    }
    return new Tensor(weight.shape(), values);
  }

  private Tensor bias(Slot.Bias slot) {
    int channels = tensor(slot.weight()).shape().getFirst();
    var values = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      double bias = slot.bias() == null ? 0 : tensor(slot.bias()).values()[channel];
      Norm norm = slot.norm();
      values[channel] =
          (float)
              (norm == null
                  ? bias
                  : (bias - tensor(norm.mean()).values()[channel]) * gain(norm, channel)
                      + tensor(norm.bias()).values()[channel]);
    }
    return new Tensor(List.of(channels), values);
  }

  private double gain(Norm norm, int channel) {
    return tensor(norm.weight()).values()[channel]
        / Math.sqrt(tensor(norm.variance()).values()[channel] + norm.epsilon());
  }

  private Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no tensor " + name);
    }
    return tensor;
  }
}
