package org.exemplar.classifier.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointInspection;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.problem.Problem;
import org.exemplar.testing.GoldenLedger;
import org.junit.jupiter.api.Test;

/** Every value of {@code model-formats/golden.json}, and every file beside it. */
class ModelFormatsAuditTest {
  private static final float[] MEAN = {.485f, .456f, .406f};
  private static final float[] DEVIATION = {.229f, .224f, .225f};

  /** Files that give numbers, and under which name. */
  private static final Map<String, List<String>> GOOD =
      Map.of(
          "logits",
          List.of(
              "bare_state_dict.pt",
              "bare_state_dict_legacy_nonzip.pth",
              "dataparallel_state_dict.pth.tar",
              "float64.pt",
              "logits.onnx",
              "noncontiguous_and_storage_offset.pt",
              "prefixed_net_backbone.pt",
              "prunecxr_style_weights_optimizer_epoch.pt",
              "script_frozen_no_parameters.pt",
              "script_left_in_train_mode.pt",
              "script_logits.pt",
              "script_tuple_logits_sigmoid.pt",
              "script_with_extra_files.pt",
              "trace_logits.pt"),
          "sigmoid",
          List.of("script_sigmoid.pt"),
          "logits_pruned_060",
          List.of("pruned_060_made_permanent.pt", "pruned_060_with_orig_and_mask.pt"),
          "logits_float16_weights",
          List.of("float16.pt"));

  /** Files that are refused, and words of the sentence. */
  private static final Map<String, String> BAD =
      Map.of(
          "hostile_pickle_must_be_refused.pt", "nothing was executed",
          "nan_and_inf_weights.pt", "not numbers (NaN or infinite)",
          "not_a_model.pt", "not a model file",
          "truncated.pt", "cut off or damaged",
          "whole_module_pickle.pt", "whole pickled module",
          "zero_bytes.pt", "empty (0 bytes)");

  private final GoldenLedger golden = GoldenLedger.json(file("golden.json"));

  private static Path file(String name) {
    return Fixtures.resource("model-formats/" + name);
  }

  private static List<Path> images() {
    return IntStream.range(0, 3).mapToObj(i -> file("input_" + i + ".png")).toList();
  }

  @Test
  void every_value_is_compared() {
    GOOD.forEach(
        (field, files) -> files.forEach(name -> outputs(name, field, Fixtures.input(images()), 3)));
    outputs(
        "script_one_channel_input.pt",
        "logits_script_one_channel_input",
        Fixtures.input(images(), new float[] {MEAN[0]}, new float[] {DEVIATION[0]}),
        1);
    outputs(
        "script_one_channel_0to1_normalises_inside.pt",
        "logits",
        Fixtures.input(images(), new float[] {0}, new float[] {1}),
        1);
    Path bare = file("bare_state_dict.pt");
    Checkpoint checkpoint = CheckpointReader.read(bare);
    golden.close("n_params", CheckpointInspection.of(bare).weights().parameters(), 0);
    assertThat(golden.array("classes")).hasSize(checkpoint.findings());
    for (String name : checkpoint.prunable()) {
      shape("prunable|" + name, checkpoint.tensors().get(name));
    }
    checkpoint.tensors().forEach(this::tensor);
    golden.except("input|note_.*", "words for people: how the numbers were made");
    golden.assertAllCompared();
  }

  private void outputs(String name, String field, ByteBuffer input, int channels) {
    try (Network network = Fixtures.torch().load(CheckpointReader.read(file(name)))) {
      float[][] rows = Fixtures.predict(network, input, 3, channels, 20);
      for (int i = 0; i < rows.length; i++) {
        for (int f = 0; f < rows[i].length; f++) {
          golden.close(field + "|" + i + "|" + f, rows[i][f], 1e-5);
        }
      }
    }
  }

  private void shape(String at, Tensor tensor) {
    for (int axis = 0; axis < tensor.shape().size(); axis++) {
      golden.close(at + "|" + axis, tensor.shape().get(axis), 0);
    }
  }

  private void tensor(String name, Tensor tensor) {
    String at = "tensors|" + name;
    shape(at + "|shape", tensor);
    double sum = 0;
    double largest = 0;
    for (float value : tensor.values()) {
      sum += value;
      largest = Math.max(largest, Math.abs(value));
    }
    golden.close(at + "|sum", sum, 1e-6);
    golden.close(at + "|abs_max", largest, 1e-9);
    golden.same(
        at + "|dtype", name.endsWith("num_batches_tracked") ? "torch.int64" : "torch.float32");
  }

  @Test
  void every_file_is_read_or_refused_with_its_sentence() throws IOException {
    List<String> elsewhere = // ModelFormatsTest
        List.of(
            "bfloat16.pt",
            "fourteen_outputs.pt",
            "script_one_channel_0to1_normalises_inside.pt",
            "script_one_channel_input.pt");
    List<String> good = GOOD.values().stream().flatMap(List::stream).toList();
    try (Stream<Path> files = Files.list(file("golden.json").getParent())) {
      assertThat(files.map(each -> String.valueOf(each.getFileName())))
          .filteredOn(name -> !name.matches("input_\\d\\.png|golden\\.json"))
          .hasSize(28)
          .allMatch(
              name -> good.contains(name) || BAD.containsKey(name) || elsewhere.contains(name));
    }
    BAD.forEach((name, words) ->
        assertThatThrownBy(() -> CheckpointReader.read(file(name)))
            .as(name)
            .isInstanceOf(Problem.class)
            .hasMessageContaining(words));
  }
}
