package org.exemplar.classifier.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckpointReaderTest {
  @TempDir Path folder;

  private static Path file(String name) {
    return Fixtures.resource("model-formats/" + name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zero_bytes.pt | is empty",
        "not_a_model.pt | is not a model file",
        "truncated.pt | cut off or damaged",
        "nan_and_inf_weights.pt | NaN or infinite",
        "whole_module_pickle.pt | whole pickled module",
        "hostile_pickle_must_be_refused.pt | asks Python for posix.mkdir"
      })
  void bad_files_are_refused_with_one_sentence(String name, String reason) {
    assertThatThrownBy(() -> CheckpointReader.read(file(name)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(name)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_hostile_pickle_executes_nothing() {
    assertThatThrownBy(() -> CheckpointReader.read(file("hostile_pickle_must_be_refused.pt")))
        .isInstanceOf(Problem.class);
    assertThat(Path.of("HOSTILE_PICKLE_WAS_EXECUTED")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bare_state_dict.pt", "script_logits.pt", "trace_logits.pt"})
  void tensors_have_the_shapes_and_sums_that_PyTorch_reports(String name) {
    JsonNode golden = JsonMapper.shared().readTree(file("golden.json")).path("tensors");
    Map<String, Tensor> tensors = CheckpointReader.read(file(name)).tensors();
    assertThat(golden.size()).isEqualTo(74);
    golden.forEachEntry((tensorName, expected) -> {
      Tensor tensor = tensors.get(tensorName);
      assertThat(tensor).as(tensorName).isNotNull();
      double sum = 0;
      for (float value : tensor.values()) {
        sum += value;
      }
      assertThat(tensor.shape()).hasSize(expected.path("shape").size());
      assertThat(sum).isCloseTo(expected.path("sum").asDouble(), Offset.offset(1e-9));
    });
  }

  @Test
  void prunable_weights_come_in_the_order_of_the_state_dict() {
    JsonNode golden = JsonMapper.shared().readTree(file("golden.json")).path("prunable");
    for (String name : new String[] {"bare_state_dict.pt", "script_logits.pt"}) {
      assertThat(CheckpointReader.read(file(name)).prunable())
          .containsExactlyElementsOf(golden.propertyNames());
    }
  }

  @Test
  void safetensors_hold_the_same_network() throws IOException {
    Map<String, Tensor> tensors = CheckpointReader.read(file("bare_state_dict.pt")).tensors();
    Path copy = folder.resolve("copy.safetensors");
    Files.write(copy, SafetensorsBytes.of(tensors, "F32"));
    Checkpoint read = CheckpointReader.read(copy);
    assertThat(read.architecture()).startsWith("ResNet with 1-1-1-1 basic blocks");
    assertThat(read.tensors().get("fc.weight").values())
        .containsExactly(tensors.get("fc.weight").values());
  }

  @Test
  void a_safetensors_file_that_points_outside_itself_is_refused() throws IOException {
    Path copy = folder.resolve("copy.safetensors");
    byte[] whole =
        SafetensorsBytes.of(CheckpointReader.read(file("bare_state_dict.pt")).tensors(), "F32");
    Files.write(copy, Arrays.copyOf(whole, whole.length - 4));
    assertThatThrownBy(() -> CheckpointReader.read(copy)).isInstanceOf(Problem.class);
  }

  @Test
  void every_cut_of_a_legacy_file_is_refused() throws IOException {
    byte[] whole = Files.readAllBytes(file("bare_state_dict_legacy_nonzip.pth"));
    Path cut = folder.resolve("cut.pth");
    for (int length = 1; length < whole.length; length += 1201) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> CheckpointReader.read(cut)).isInstanceOf(Problem.class);
    }
  }

  @Test
  void a_damaged_byte_of_a_zip_file_is_found_or_harmless() throws IOException {
    byte[] whole = Files.readAllBytes(file("bare_state_dict.pt"));
    Path damaged = folder.resolve("damaged.pt");
    for (int at = 0; at < whole.length; at += 997) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 0x55;
      Files.write(damaged, bytes);
      try {
        assertThat(CheckpointReader.read(damaged).findings()).isEqualTo(20);
      } catch (Problem refused) {
        assertThat(refused).hasMessageContaining("damaged.pt");
      }
    }
  }

  @Test
  void an_ONNX_file_shows_its_weights_and_every_cut_of_it_is_refused() throws IOException {
    CheckpointInspection inspection = CheckpointInspection.of(file("logits.onnx"));
    assertThat(inspection.weights().prunable()).isEqualTo(6892);
    assertThat(inspection.weights().findings()).isEqualTo(20);
    assertThat(inspection.warnings()).anyMatch(text -> text.contains("folds"));
    byte[] whole = Files.readAllBytes(file("logits.onnx"));
    Path cut = folder.resolve("cut.onnx");
    for (int length = 1; length < whole.length; length += 997) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> CheckpointReader.read(cut)).isInstanceOf(Problem.class);
    }
  }

  @Test
  void inspection_counts_parameters_and_zeros() {
    CheckpointInspection dense = CheckpointInspection.of(file("bare_state_dict.pt"));
    assertThat(dense.weights().parameters()).isEqualTo(7128);
    assertThat(dense.weights().findings()).isEqualTo(20);
    assertThat(dense.weights().sparsity()).isZero();
    assertThat(dense.sha256()).hasSize(64);
    CheckpointInspection pruned = CheckpointInspection.of(file("pruned_060_with_orig_and_mask.pt"));
    assertThat(pruned.weights().sparsity()).isCloseTo(0.6, Offset.offset(1e-3));
    assertThat(pruned.warnings()).anyMatch(text -> text.contains("zero already"));
  }

  @Test
  void inspection_warns_of_frozen_scripts_and_names_other_precisions() {
    assertThat(CheckpointInspection.of(file("script_frozen_no_parameters.pt")).warnings())
        .anyMatch(text -> text.contains("Frozen"));
    assertThat(CheckpointInspection.of(file("float16.pt")).kind()).contains("float16");
  }

  @ParameterizedTest
  @CsvSource({"F16,1e-3", "BF16,1e-2", "F64,0"})
  void safetensors_of_other_floats_are_widened(String type, float tolerance) throws IOException {
    var dense = CheckpointReader.read(file("bare_state_dict.pt")).tensors();
    Path copy = folder.resolve("copy.safetensors");
    Files.write(copy, SafetensorsBytes.of(dense, type));
    Checkpoint read = CheckpointReader.read(copy);
    assertThat(read.kind()).contains("safetensors", "widened from");
    dense.forEach((name, tensor) -> {
      float[] values = read.tensors().get(name).values();
      for (int i = 0; i < values.length; i++) {
        float expected = tensor.values()[i];
        assertThat(values[i])
            .isCloseTo(expected, within(Math.max(1e-6f, tolerance * Math.abs(expected))));
      }
    });
  }

  @Test
  void safetensors_of_unknown_numbers_are_refused() throws IOException {
    var dense = CheckpointReader.read(file("bare_state_dict.pt")).tensors();
    Path copy = folder.resolve("copy.safetensors");
    Files.write(copy, SafetensorsBytes.of(dense, "F8_E4M3"));
    assertThatThrownBy(() -> CheckpointReader.read(copy))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("unknown type");
  }

  @Test
  void quantised_weights_are_read_as_what_they_stand_for() {
    var dense = CheckpointReader.read(file("bare_state_dict.pt"));
    var quantised = CheckpointReader.read(Fixtures.resource("quantised_weights.pt"));
    assertThat(quantised.kind()).contains("widened from quantised int8");
    assertThat(quantised.architecture()).isEqualTo(dense.architecture());
    for (String name : dense.prunable()) {
      float[] expected = dense.tensors().get(name).values();
      float[] actual = quantised.tensors().get(name).values();
      float largest = 0;
      for (float value : expected) {
        largest = Math.max(largest, Math.abs(value));
      }
      assertThat(actual).isNotEqualTo(expected);
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[i]).as(name).isCloseTo(expected[i], within(largest / 127));
      }
    }
  }

  @Test
  void archives_and_lists_of_parts_are_refused_with_what_to_do() throws IOException {
    byte[] tar = new byte[1024];
    System.arraycopy("ustar".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, tar, 257, 5);
    Path old = Files.write(folder.resolve("old.pt"), tar);
    assertThatThrownBy(() -> CheckpointReader.read(old))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("before version 0.2");
    Path index = Files.writeString(folder.resolve("model.safetensors.index.json"), "{}");
    assertThatThrownBy(() -> CheckpointReader.read(index))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("as one file");
  }

  @Test
  void a_variance_below_zero_is_refused_as_its_root_is_no_number() throws IOException {
    var tensors = new LinkedHashMap<>(CheckpointReader.read(file("bare_state_dict.pt")).tensors());
    Tensor variance = Objects.requireNonNull(tensors.get("bn1.running_var"));
    float[] values = variance.values().clone();
    values[0] = -5;
    tensors.put("bn1.running_var", new Tensor(variance.shape(), values));
    Path bad = folder.resolve("bad.safetensors");
    Files.write(bad, SafetensorsBytes.of(tensors, "F32"));
    assertThatThrownBy(() -> CheckpointReader.read(bad))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("variance below zero in bn1.running_var");
  }

  @Test
  void the_old_container_is_known_whatever_the_protocol_of_its_pickles() throws IOException {
    byte[] magic = {(byte) 0x8a, 10, 'l', (byte) 0xfc, (byte) 0x9c, 'F', (byte) 0xf9, ' ', 'j'};
    byte[] plain = {(byte) 0x80, 3};
    byte[] framed = {(byte) 0x80, 4, (byte) 0x95, 13, 0, 0, 0, 0, 0, 0, 0};
    for (byte[] start : List.of(plain, framed)) {
      byte[] bytes = Arrays.copyOf(start, start.length + 32);
      System.arraycopy(magic, 0, bytes, start.length, magic.length);
      Path old = Files.write(folder.resolve("old.bin"), bytes);
      assertThat(Container.of(old)).isEqualTo(Container.LEGACY);
    }
  }
}
