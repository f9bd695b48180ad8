package org.exemplar.classifier.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.prune.Pruning;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One tiny network in every format people have, against the numbers PyTorch gives for it. */
class ModelFormatsTest {
  private static final int IMAGES = 3;
  private static final int FINDINGS = 20;
  private static final JsonNode GOLDEN =
      JsonMapper.shared().readTree(Fixtures.resource("model-formats/golden.json"));

  private static Path file(String name) {
    return Fixtures.resource("model-formats/" + name);
  }

  private static List<Path> images() {
    return IntStream.range(0, IMAGES).mapToObj(i -> file("input_" + i + ".png")).toList();
  }

  private static float[][] golden(String field) {
    var rows = new float[IMAGES][FINDINGS];
    for (int i = 0; i < IMAGES; i++) {
      for (int f = 0; f < FINDINGS; f++) {
        rows[i][f] = GOLDEN.path(field).path(i).path(f).floatValue();
      }
    }
    return rows;
  }

  private static void assertClose(float[][] actual, String field, double tolerance) {
    float[][] expected = golden(field);
    for (int i = 0; i < IMAGES; i++) {
      assertThat(actual[i]).containsExactly(expected[i], Offset.offset((float) tolerance));
    }
  }

  private static float[][] dense(String name, ByteBuffer input, int channels) {
    Checkpoint checkpoint = CheckpointReader.read(file(name));
    try (Network network = Fixtures.torch().load(checkpoint)) {
      return Fixtures.predict(network, input, IMAGES, channels, FINDINGS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bare_state_dict.pt, logits, 1e-5",
    "bare_state_dict_legacy_nonzip.pth, logits, 1e-5",
    "dataparallel_state_dict.pth.tar, logits, 1e-5",
    "float16.pt, logits_float16_weights, 1e-5",
    "float64.pt, logits, 1e-5",
    "logits.onnx, logits, 1e-5",
    "noncontiguous_and_storage_offset.pt, logits, 1e-5",
    "prefixed_net_backbone.pt, logits, 1e-5",
    "prunecxr_style_weights_optimizer_epoch.pt, logits, 1e-5",
    "pruned_060_made_permanent.pt, logits_pruned_060, 1e-5",
    "pruned_060_with_orig_and_mask.pt, logits_pruned_060, 1e-5",
    "script_frozen_no_parameters.pt, logits, 1e-5",
    "script_left_in_train_mode.pt, logits, 1e-5",
    "script_logits.pt, logits, 1e-5",
    "script_sigmoid.pt, sigmoid, 1e-5",
    "script_tuple_logits_sigmoid.pt, logits, 1e-5",
    "script_with_extra_files.pt, logits, 1e-5",
    "trace_logits.pt, logits, 1e-5"
  })
  void good_files_give_what_PyTorch_gives(String name, String field, double tolerance) {
    assertClose(dense(name, Fixtures.input(images()), 3), field, tolerance);
  }

  @Test
  void bfloat16_weights_give_probabilities_within_a_hundredth() {
    float[][] logits = dense("bfloat16.pt", Fixtures.input(images()), 3);
    float[][] expected = golden("sigmoid");
    for (int i = 0; i < IMAGES; i++) {
      for (int f = 0; f < FINDINGS; f++) {
        assertThat(Fixtures.sigmoid(logits[i][f])).isCloseTo(expected[i][f], Offset.offset(1e-2));
      }
    }
  }

  @Test
  void one_channel_networks_take_one_channel() {
    ByteBuffer normalised = Fixtures.input(images(), new float[] {.485f}, new float[] {.229f});
    assertClose(
        dense("script_one_channel_input.pt", normalised, 1),
        "logits_script_one_channel_input",
        1e-5);
    ByteBuffer plain = Fixtures.input(images(), new float[] {0}, new float[] {1});
    assertClose(dense("script_one_channel_0to1_normalises_inside.pt", plain, 1), "logits", 1e-5);
  }

  @Test
  void fourteen_outputs_are_fourteen_findings() {
    Checkpoint checkpoint = CheckpointReader.read(file("fourteen_outputs.pt"));
    assertThat(checkpoint.findings()).isEqualTo(14);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bare_state_dict.pt", "script_logits.pt", "trace_logits.pt"})
  void pruning_here_is_pruning_in_PyTorch_and_restoring_is_exact(String name) {
    Checkpoint checkpoint = CheckpointReader.read(file(name));
    ByteBuffer input = Fixtures.input(images());
    try (Network network = Fixtures.torch().load(checkpoint)) {
      float[][] before = Fixtures.predict(network, input, IMAGES, 3, FINDINGS);
      network.prune(
          Pruning.choose(PruningMethod.L1, network.prunable(), new Sparsity(0.6), 0).keep());
      assertClose(Fixtures.predict(network, input, IMAGES, 3, FINDINGS), "logits_pruned_060", 1e-5);
      network.restore();
      assertThat(Fixtures.predict(network, input, IMAGES, 3, FINDINGS)).isDeepEqualTo(before);
    }
  }

  @Test
  void plain_and_fused_operations_agree() {
    var checkpoint = (Checkpoint.Weights) CheckpointReader.read(file("bare_state_dict.pt"));
    ByteBuffer input = Fixtures.input(images());
    try (Network network = GraphNetwork.loadPlain(Fixtures.torch(), checkpoint)) {
      assertClose(Fixtures.predict(network, input, IMAGES, 3, FINDINGS), "logits", 1e-5);
    }
  }

  @Test
  void frozen_scripts_are_refused_for_pruning() {
    Checkpoint checkpoint = CheckpointReader.read(file("script_frozen_no_parameters.pt"));
    try (Network network = Fixtures.torch().load(checkpoint)) {
      assertThatThrownBy(network::prunable)
          .isInstanceOf(Problem.class)
          .hasMessageContaining("frozen TorchScript");
    }
  }

  @Test
  void a_wrong_number_of_findings_is_refused() {
    Checkpoint checkpoint = CheckpointReader.read(file("script_logits.pt"));
    ByteBuffer input = Fixtures.input(images());
    try (Network network = Fixtures.torch().load(checkpoint)) {
      assertThatThrownBy(() -> Fixtures.predict(network, input, IMAGES, 3, 14))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("14 findings");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bare_state_dict.pt", "script_logits.pt"})
  void an_input_of_the_wrong_kind_is_refused(String name) {
    Checkpoint checkpoint = CheckpointReader.read(file(name));
    ByteBuffer input = Fixtures.input(images(), new float[] {0}, new float[] {1});
    try (Network network = Fixtures.torch().load(checkpoint)) {
      assertThatThrownBy(() -> Fixtures.predict(network, input, IMAGES, 1, FINDINGS))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("--channels");
    }
  }
}
