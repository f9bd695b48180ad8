package org.exemplar.classifier.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {
  @ParameterizedTest
  @CsvSource({
    "false, 2-2-2-2, 64, 3, ResNet-18, 11176512",
    "false, 3-4-6-3, 64, 3, ResNet-34, 21284672",
    "true, 3-4-6-3, 64, 3, ResNet-50, 23508032",
    "true, 3-4-23-3, 64, 3, ResNet-101, 42500160"
  })
  void residual_networks_are_known_by_their_shapes(
      boolean bottleneck, String blocks, int width, int channels, String name, long parameters) {
    SequencedMap<String, Tensor> tensors =
        StateDicts.resNet(bottleneck, counts(blocks), width, channels, 20);
    NetworkGraph graph = Recognition.recognise(tensors);
    assertThat(graph.architecture()).isEqualTo(name);
    assertThat(graph.channels()).isEqualTo(channels);
    assertThat(graph.findings()).isEqualTo(20);
    assertThat(withoutHead(tensors)).isEqualTo(parameters);
    assertThat(graph.prunable()).first().isEqualTo("conv1.weight");
    assertThat(graph.prunable()).last().isEqualTo("fc.weight");
  }

  @ParameterizedTest
  @CsvSource({"6-12-24-16, DenseNet-121, 6953856", "6-12-32-32, DenseNet-169, 12484480"})
  void dense_networks_are_known_by_their_shapes(String blocks, String name, long parameters) {
    SequencedMap<String, Tensor> tensors = StateDicts.denseNet(counts(blocks), 32, 64, 14);
    NetworkGraph graph = Recognition.recognise(tensors);
    assertThat(graph.architecture()).isEqualTo(name);
    assertThat(graph.findings()).isEqualTo(14);
    assertThat(withoutHead(tensors)).isEqualTo(parameters);
  }

  @Test
  void any_width_and_one_channel_are_known() {
    NetworkGraph graph =
        Recognition.recognise(StateDicts.resNet(true, List.of(3, 4, 6, 3), 32, 1, 20));
    assertThat(graph.architecture()).isEqualTo("ResNet-50, width 32");
    assertThat(graph.channels()).isEqualTo(1);
  }

  private static List<Integer> counts(String blocks) {
    return Arrays.stream(blocks.split("-", -1)).map(Integer::valueOf).toList();
  }

  /** Trained values as torchvision counts them, without the head. */
  private static long withoutHead(Map<String, Tensor> tensors) {
    return tensors.entrySet().stream()
        .filter(entry -> !entry.getKey().contains("running_"))
        .filter(entry -> !entry.getKey().startsWith("fc."))
        .filter(entry -> !entry.getKey().startsWith("classifier."))
        .mapToLong(entry -> entry.getValue().values().length)
        .sum();
  }

  @Test
  void a_missing_or_misshapen_tensor_is_named() {
    SequencedMap<String, Tensor> tensors = StateDicts.resNet(false, List.of(1, 1, 1, 1), 4, 3, 5);
    tensors.remove("layer2.0.bn1.bias");
    assertThatThrownBy(() -> Recognition.recognise(tensors))
        .isInstanceOf(UnknownNetworkException.class)
        .hasMessageContaining("layer2.0.bn1.bias is missing");
    SequencedMap<String, Tensor> wrong = StateDicts.resNet(false, List.of(1, 1, 1, 1), 4, 3, 5);
    wrong.put("bn1.running_var", new Tensor(List.of(3), new float[3]));
    assertThatThrownBy(() -> Recognition.recognise(wrong)).hasMessageContaining("bn1.running_var");
  }

  @Test
  void an_extra_layer_means_another_network() {
    SequencedMap<String, Tensor> tensors = StateDicts.resNet(false, List.of(1, 1, 1, 1), 4, 3, 5);
    tensors.put("layer3.0.attention.weight", new Tensor(List.of(2, 2, 1, 1), new float[4]));
    assertThatThrownBy(() -> Recognition.recognise(tensors))
        .hasMessageContaining("attention.weight belongs to no known layer");
  }

  @Test
  void other_networks_are_not_guessed() {
    SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("encoder.weight", new Tensor(List.of(2, 2), new float[4]));
    assertThatThrownBy(() -> Recognition.recognise(tensors))
        .isInstanceOf(UnknownNetworkException.class);
  }

  @Test
  void kernels_that_torchvision_does_not_have_are_not_guessed() {
    SequencedMap<String, Tensor> tensors = StateDicts.resNet(false, List.of(2, 2, 2, 2), 8, 3, 4);
    tensors.put("layer1.0.conv1.weight", new Tensor(List.of(8, 8, 5, 5), new float[1600]));
    assertThatThrownBy(() -> Recognition.recognise(tensors))
        .hasMessageContaining("layer1.0.conv1 is 5 wide, not 3");
  }
}
