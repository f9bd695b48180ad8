package org.exemplar.classifier.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.Precision;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.prune.Pruning;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {
  private static final int FINDINGS = 20;

  private static TorchRuntime runtime(Precision precision) {
    return TorchRuntime.start(Fixtures.cache().resolve("libtorch"), Device.CPU, precision);
  }

  private static ByteBuffer input() {
    return Fixtures.input(
        List.of(
            Fixtures.phantom("images/ph_000000.png"), Fixtures.phantom("images/ph_000001.png")));
  }

  private static float[] predict(Precision precision, double sparsity) {
    Path file = Fixtures.phantom("models/seed-0_chkpt.pt");
    try (Network network = runtime(precision).load(CheckpointReader.read(file))) {
      network.prune(
          Pruning.choose(PruningMethod.L1, network.prunable(), new Sparsity(sparsity), 0).keep());
      return network.predict(input(), new Network.Batch(2, 3, 128, FINDINGS));
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5", "0.9"})
  void bf16_is_near_float32_and_not_the_same(double sparsity) {
    float[] exact = predict(Precision.FLOAT32, sparsity);
    float[] rounded = predict(Precision.BF16, sparsity);
    double worst = 0;
    for (int i = 0; i < exact.length; i++) {
      worst = Math.max(worst, Math.abs(Fixtures.sigmoid(exact[i]) - Fixtures.sigmoid(rounded[i])));
    }
    assertThat(worst).isGreaterThan(1e-6).isLessThan(0.05);
  }

  @Test
  void tf32_changes_nothing_on_a_cpu_and_says_so() {
    assertThat(predict(Precision.TF32, 0.9)).isEqualTo(predict(Precision.FLOAT32, 0.9));
    assertThat(runtime(Precision.TF32).note()).contains("tf32 has no effect on a CPU");
  }

  @Test
  void scripts_are_refused_in_bf16() {
    Path script = Fixtures.resource("model-formats/script_logits.pt");
    assertThatThrownBy(() -> runtime(Precision.BF16).load(CheckpointReader.read(script)))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("give its state dict");
  }

  @Test
  void a_gpu_is_taken_when_there_is_one_and_otherwise_the_reason_is_told() {
    assertThat(DeviceChoice.of(Device.AUTO, 1, false, Precision.FLOAT32))
        .isEqualTo(new DeviceChoice(true, "GPU"));
    assertThat(DeviceChoice.of(Device.GPU, 2, false, Precision.BF16))
        .isEqualTo(new DeviceChoice(true, "GPU, bf16"));
    assertThat(DeviceChoice.of(Device.CPU, 2, false, Precision.FLOAT32))
        .isEqualTo(new DeviceChoice(false, "CPU, as asked"));
    assertThat(DeviceChoice.of(Device.AUTO, 0, true, Precision.FLOAT32).note())
        .isEqualTo("CPU: this is the CPU build of libtorch; PYTORCH_LIBRARY_PATH names no other");
    assertThat(DeviceChoice.of(Device.AUTO, 0, false, Precision.FLOAT32).note())
        .isEqualTo("CPU: libtorch found no usable CUDA device or driver");
    assertThatThrownBy(() -> DeviceChoice.of(Device.GPU, 0, false, Precision.FLOAT32))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no usable CUDA device or driver; run with --device cpu");
  }

  @Test
  void this_build_says_why_it_has_no_gpu() {
    Path cache = Fixtures.cache().resolve("libtorch");
    assertThat(TorchRuntime.start(cache, Device.AUTO).note()).startsWith("CPU: this is the CPU");
    assertThatThrownBy(() -> TorchRuntime.start(cache, Device.GPU))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("No GPU can be used");
  }

  @Test
  void float32_forbids_NVIDIAs_libraries_to_round() {
    Tf32Switch.set(Precision.FLOAT32);
    assertThat(Tf32Switch.seen(Tf32Switch.FORBID)).isEqualTo("0");
  }
}
