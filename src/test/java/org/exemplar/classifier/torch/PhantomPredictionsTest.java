package org.exemplar.classifier.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.Pruning;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trained networks on the first 60 phantoms, dense and pruned, against PyTorch 1.13. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhantomPredictionsTest {
  private static final int IMAGES = 60;
  private static final int FINDINGS = 20;
  private static final Offset<Float> TOLERANCE = Offset.offset(1e-5f);

  private ByteBuffer input;

  @BeforeAll
  void decode() {
    input =
        Fixtures.input(
            IntStream.range(0, IMAGES).mapToObj(i -> Fixtures.phantom("images/" + id(i))).toList());
  }

  private static String id(int image) {
    return String.format(Locale.ROOT, "ph_%06d.png", image);
  }

  private float[][] probabilities(Network network) {
    float[][] rows = Fixtures.predict(network, input, IMAGES, 3, FINDINGS);
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) Fixtures.sigmoid(row[i]);
      }
    }
    return rows;
  }

  private void assertL1(Path checkpoint, int seed) {
    Map<String, float[]> golden = Fixtures.table(Fixtures.resource("phantom/l1_first60.csv.gz"), 3);
    try (Network network = Fixtures.torch().load(CheckpointReader.read(checkpoint))) {
      for (String sparsity : List.of("0.90", "0.50", "0.95", "0.00")) {
        network.prune(
            Pruning.choose(PruningMethod.L1, network.prunable(), Sparsity.parse(sparsity), 0)
                .keep());
        float[][] actual = probabilities(network);
        for (int i = 0; i < IMAGES; i++) {
          assertThat(actual[i])
              .as("%s at %s", id(i), sparsity)
              .containsExactly(golden.get(seed + "/" + sparsity + "/" + id(i)), TOLERANCE);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void a_state_dict_gives_the_probabilities_of_PyTorch(int seed) {
    assertL1(Fixtures.phantom("models/seed-" + seed + "_chkpt.pt"), seed);
  }

  @Test
  void TorchScript_gives_the_probabilities_of_PyTorch() {
    assertL1(Fixtures.resource("phantom/seed-0_logits.torchscript.pt"), 0);
  }

  @Test
  void other_methods_give_the_probabilities_of_PyTorch() {
    Map<String, float[]> golden =
        Fixtures.table(Fixtures.resource("phantom/other_methods_seed-0_first60.csv.gz"), 3);
    Path file = Fixtures.phantom("models/seed-0_chkpt.pt");
    try (Network network = Fixtures.torch().load(CheckpointReader.read(file))) {
      KeepMask random =
          KeepMask.read(
              Fixtures.resource("phantom/seed-0_0.90.keepmask.bits"), network.prunable().total());
      assertMasked(network, random, golden, "random/0.90/");
      assertMethod(network, PruningMethod.LAYER_L1, golden, "L1-layerwise/0.90/");
      assertMethod(network, PruningMethod.STRUCTURED_L1, golden, "L1-structured-out/0.50/");
      assertMethod(network, PruningMethod.STRUCTURED_L2, golden, "L2-structured-out/0.30/");
    }
  }

  private void assertMethod(
      Network network, PruningMethod method, Map<String, float[]> golden, String prefix) {
    Sparsity sparsity = Sparsity.parse(prefix.split("/", -1)[1]);
    assertMasked(
        network, Pruning.choose(method, network.prunable(), sparsity, 0).keep(), golden, prefix);
  }

  private void assertMasked(
      Network network, KeepMask mask, Map<String, float[]> golden, String prefix) {
    network.prune(mask);
    float[][] actual = probabilities(network);
    for (int i = 0; i < IMAGES; i++) {
      assertThat(actual[i])
          .as(prefix + id(i))
          .containsExactly(golden.get(prefix + id(i)), TOLERANCE);
    }
  }
}
