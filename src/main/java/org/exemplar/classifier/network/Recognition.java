package org.exemplar.classifier.network;

import java.util.SequencedMap;

/** Tells from names and shapes which network a set of tensors belongs to. */
public final class Recognition {
  private Recognition() {}

  /**
   * The network of these tensors.
   *
   * @param tensors of a state dict, with torchvision's names, in its order
   * @throws UnknownNetworkException if they fit no network that this program builds
   */
  public static NetworkGraph recognise(SequencedMap<String, Tensor> tensors) {
    if (ResNet.looksLikeOne(tensors)) {
      return ResNet.recognise(tensors);
    }
    if (DenseNet.looksLikeOne(tensors)) {
      return DenseNet.recognise(tensors);
    }
    throw new UnknownNetworkException("its names are those of no ResNet and no DenseNet");
  }
}
