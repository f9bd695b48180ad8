package org.exemplar.classifier.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.network.Recognition;
import org.exemplar.classifier.network.StateDicts;
import org.exemplar.classifier.network.Tensor;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks with seeded weights against torchvision 0.14.1 with the same weights and input (PyTorch
 * 1.13, CPU): the first four logits of each of two images, and the largest magnitude of all.
 */
class TorchvisionNetworksTest {
  private static final int SIZE = 64;
  private static final int VALUES = 2 * 3 * SIZE * SIZE;

  static Stream<Arguments> networks() {
    return Stream.of(
        Arguments.of(
            Named.of("ResNet-18", StateDicts.resNet(false, List.of(2, 2, 2, 2), 64, 3, 20)),
            new double[] {
              -2.76193023, 3.71681118, -2.03326297, -5.84457636,
              -2.98224688, 4.20717955, -0.91151309, -5.02921295
            },
            12.6),
        Arguments.of(
            Named.of("ResNet-50", StateDicts.resNet(true, List.of(3, 4, 6, 3), 64, 3, 20)),
            new double[] {
              -164.551132, 215.046692, -168.267334, 41.9208374,
              -156.124817, 184.073059, -152.793594, 40.7385788
            },
            605),
        Arguments.of(
            Named.of("DenseNet-121", StateDicts.denseNet(List.of(6, 12, 24, 16), 32, 64, 14)),
            new double[] {
              0.502725661, 1.2979964, -0.762842894, 1.61351466,
              0.489673465, 1.30909979, -0.781407297, 1.6153115
            },
            1.62));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void logits_are_those_of_torchvision(
      SequencedMap<String, Tensor> tensors, double[] expected, double largest) {
    var checkpoint =
        new Checkpoint.Weights(
            Path.of("seeded.pt"), "state dict", tensors, Recognition.recognise(tensors));
    try (Network fused = Fixtures.torch().load(checkpoint);
        Network plain = GraphNetwork.loadPlain(Fixtures.torch(), checkpoint)) {
      for (Network network : List.of(fused, plain)) {
        float[][] rows = Fixtures.predict(network, input(), 2, 3, 0);
        for (int i = 0; i < expected.length; i++) {
          assertThat((double) rows[i / 4][i % 4])
              .isCloseTo(expected[i], Offset.offset(1e-5 * largest));
        }
      }
    }
  }

  /** Values that were drawn plane by plane, pixel by pixel. */
  private static ByteBuffer input() {
    ByteBuffer input =
        ByteBuffer.allocateDirect(VALUES * Float.BYTES).order(ByteOrder.nativeOrder());
    int plane = VALUES / 2 / 3;
    for (int at = 0; at < VALUES; at++) {
      int image = at / (3 * plane);
      long i = (image * 3L + at % 3) * plane + at / 3 % plane;
      input.putFloat((i * 7919L % 1000) / 500f - 1);
    }
    return input.flip();
  }
}
