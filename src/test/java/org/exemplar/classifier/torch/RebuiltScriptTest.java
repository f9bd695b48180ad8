package org.exemplar.classifier.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.Pruning;
import org.junit.jupiter.api.Test;

class RebuiltScriptTest {
  private static final Path FILE = Fixtures.resource("phantom/seed-0_logits.torchscript.pt");
  private static final int IMAGES = 4;
  private static final List<String> IMAGE_NAMES = imageNames();

  private final Checkpoint.Script script = (Checkpoint.Script) CheckpointReader.read(FILE);
  private final ByteBuffer input =
      Fixtures.input(
          IntStream.range(0, IMAGES)
              .mapToObj(i -> Fixtures.phantom("images/" + IMAGE_NAMES.get(i)))
              .toList());

  private static List<String> imageNames() {
    String[] names = Fixtures.phantom("images").toFile().list();
    return List.of(names == null ? new String[0] : names).stream().sorted().toList();
  }

  private float[] outputs(Network network) {
    return network.predict(input, new Network.Batch(IMAGES, 3, 128, 0));
  }

  @Test
  void a_scripted_network_that_is_known_runs_in_the_form_built_here() {
    try (Network network = Fixtures.torch().load(script)) {
      assertThat(network.ranAs()).isEmpty();
      outputs(network);

      assertThat(network.ranAs()).hasValueSatisfying(text -> assertThat(text).contains("run as"));
    }
  }

  @Test
  void a_mask_set_before_the_first_batch_holds_for_it() {
    KeepMask mask;
    float[] masked;
    float[] dense;
    try (Network plain = ScriptNetwork.load(Fixtures.torch(), script)) {
      mask = Pruning.choose(PruningMethod.L1, plain.prunable(), new Sparsity(0.9), 0).keep();
      dense = outputs(plain);
      plain.prune(mask);
      masked = outputs(plain);
    }
    try (Network network = Fixtures.torch().load(script)) {
      network.prune(mask);

      assertThat(outputs(network)).containsExactly(masked, Offset.offset(1e-5f));
      network.restore();
      assertThat(outputs(network)).containsExactly(dense, Offset.offset(1e-5f));
      assertThat(network.ranAs()).isPresent();
    }
  }

  @Test
  void a_script_that_does_otherwise_than_its_tensors_show_runs_as_it_is() {
    Checkpoint.Script other = withOtherHead();
    float[] expected;
    try (Network plain = ScriptNetwork.load(Fixtures.torch(), script)) {
      expected = outputs(plain);
    }
    TorchRuntime torch = Fixtures.torch();
    var network =
        new RebuiltScript(
            "another",
            ScriptNetwork.load(torch, script),
            GraphNetwork.load(torch, RebuiltScript.weights(other).orElseThrow()));
    try (network) {
      assertThat(outputs(network)).containsExactly(expected);
      assertThat(network.ranAs()).isEmpty();
    }
  }

  /** The tensors of the same network with a bias that its script does not have. */
  private Checkpoint.Script withOtherHead() {
    var tensors = new LinkedHashMap<>(script.tensors());
    tensors.computeIfPresent(
        "fc.bias",
        (_, bias) -> {
          float[] values = bias.values().clone();
          values[0] += 1e-3f;
          return new Tensor(bias.shape(), values);
        });
    assertThat(tensors).isNotEqualTo(script.tensors());
    return new Checkpoint.Script(FILE, tensors);
  }

  @Test
  void outputs_agree_within_the_tolerance_as_logits_and_as_probabilities() {
    assertThat(RebuiltScript.agree(new float[] {0, 1}, new float[] {5e-6f, 1})).isTrue();
    assertThat(RebuiltScript.agree(new float[] {0, 1}, new float[] {2e-5f, 1})).isFalse();
    assertThat(RebuiltScript.agree(new float[] {0, 50}, new float[] {1e-4f, 50})).isFalse();
    assertThat(RebuiltScript.agree(new float[] {0, 1}, new float[] {Float.NaN, 1})).isFalse();
    assertThat(RebuiltScript.agree(new float[] {0}, new float[] {0, 0})).isFalse();
  }
}
