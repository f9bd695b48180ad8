package org.exemplar.classifier.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.checkpoint.Checkpoint;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.network.Tensor;
import org.exemplar.problem.Problem;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PruningTest {
  private static final Map<String, PruningMethod> METHODS =
      Map.of(
          "L1", PruningMethod.L1,
          "L1-layerwise", PruningMethod.LAYER_L1,
          "L1-structured-out", PruningMethod.STRUCTURED_L1,
          "L2-structured-out", PruningMethod.STRUCTURED_L2);

  @TempDir Path folder;

  private static PrunableWeights weights(Path file) {
    Checkpoint checkpoint = CheckpointReader.read(file);
    return PrunableWeights.of(checkpoint.tensors(), checkpoint.prunable());
  }

  private static PrunableWeights layer(List<Integer> shape, float... values) {
    var tensors = new LinkedHashMap<String, Tensor>();
    tensors.put("a", new Tensor(shape, values));
    return PrunableWeights.of(tensors, List.of("a"));
  }

  /**
   * Counts and digests that torch.nn.utils.prune gives for every seed and ratio of the phantoms.
   */
  @TestFactory
  Stream<DynamicTest> masks_are_those_of_PyTorch() throws IOException {
    var bySeed = new LinkedHashMap<String, PrunableWeights>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(Fixtures.resource("phantom/masks.csv"))) {
      return reader.stream()
          .filter(line -> METHODS.containsKey(line.getField("method")))
          .toList()
          .stream()
          .map(line ->
              DynamicTest.dynamicTest(
                  line.getFields().toString(),
                  () -> {
                    PrunableWeights weights =
                        bySeed.computeIfAbsent(
                            line.getField("seed"), seed -> weights(model(Integer.parseInt(seed))));
                    assertMask(weights, line);
                  }));
    }
  }

  /** Two of the five networks are in the test resources. */
  private static Path model(int seed) {
    String name = "models/seed-" + seed + "_chkpt.pt";
    return seed < 2 ? Fixtures.phantom(name) : SharedData.file("phantom/" + name);
  }

  private static void assertMask(PrunableWeights weights, NamedCsvRecord line) {
    Pruning.Choice choice =
        Pruning.choose(
            METHODS.get(line.getField("method")),
            weights,
            Sparsity.parse(line.getField("sparsity")),
            0);
    assertThat(choice.keep().total()).isEqualTo(Integer.parseInt(line.getField("total")));
    assertThat(choice.keep().pruned()).isEqualTo(Integer.parseInt(line.getField("pruned")));
    assertThat(choice.keep().sha256().hex()).isEqualTo(line.getField("sha256"));
    assertThat(choice.ties()).isZero();
  }

  @Test
  void masks_on_the_real_radiographs_networks_are_those_of_PyTorch_up_to_ties() {
    JsonNode masks =
        JsonMapper.shared().readTree(SharedData.file("nih-real/golden/golden.json")).path("masks");
    for (int seed = 0; seed < 3; seed++) {
      PrunableWeights weights =
          weights(SharedData.file("nih-real/models/seed-" + seed + "_chkpt.pt"));
      for (Sparsity sparsity : Sparsity.parseList("0.05:0.95:0.05")) {
        JsonNode expected = masks.path("L1/seed-" + seed + "/" + sparsity.text());
        Pruning.Choice choice = Pruning.choose(PruningMethod.L1, weights, sparsity, 0);
        assertThat(choice.keep().pruned()).isEqualTo(expected.path("n_pruned").asInt());
        boolean tie = expected.path("tie_at_threshold_mask_not_unique").asBoolean();
        assertThat(choice.ties() > 0).isEqualTo(tie);
        if (!tie) {
          assertThat(choice.keep().sha256().hex())
              .isEqualTo(expected.path("sha256_packed_keepmask").asString());
        }
      }
    }
  }

  @Test
  void the_earlier_of_equal_magnitudes_go_first_and_ties_are_counted() {
    Pruning.Choice choice =
        Pruning.choose(
            PruningMethod.L1, layer(List.of(2, 3), 1, -1, 1, 2, -1, 3), new Sparsity(0.34), 0);
    assertThat(choice.keep().pruned()).isEqualTo(2);
    assertThat(choice.keep().keeps(0)).isFalse();
    assertThat(choice.keep().keeps(1)).isFalse();
    assertThat(choice.keep().keeps(2)).isTrue();
    assertThat(choice.ties()).isEqualTo(2);
  }

  @Test
  void counts_round_half_to_even() {
    PrunableWeights five = layer(List.of(5, 1), 1, 2, 3, 4, 5);
    assertThat(pruned(five, 0.5)).isEqualTo(2);
    assertThat(pruned(five, 0.3)).isEqualTo(2);
    assertThat(pruned(five, 0.7)).isEqualTo(4);
    assertThat(pruned(five, 0)).isZero();
  }

  private static int pruned(PrunableWeights weights, double sparsity) {
    return Pruning.choose(PruningMethod.L1, weights, new Sparsity(sparsity), 0).keep().pruned();
  }

  @Test
  void random_masks_have_the_exact_count_and_repeat_with_their_seed() {
    PrunableWeights weights = weights(Fixtures.phantom("models/seed-0_chkpt.pt"));
    KeepMask mask = random(weights, 1);
    assertThat(mask.pruned()).isEqualTo(279518);
    assertThat(random(weights, 1).sha256()).isEqualTo(mask.sha256());
    assertThat(random(weights, 2).sha256()).isNotEqualTo(mask.sha256());
    assertThat(mask.pruned(0, mask.total() / 2) / (double) mask.pruned()).isBetween(0.49, 0.51);
  }

  private static KeepMask random(PrunableWeights weights, long seed) {
    return Pruning.choose(PruningMethod.RANDOM, weights, new Sparsity(0.9), seed).keep();
  }

  @Test
  void a_mask_file_is_read_back_with_its_digest() throws IOException {
    Path file = Fixtures.resource("phantom/seed-0_0.90.keepmask.bits");
    KeepMask mask = KeepMask.read(file, 310576);
    assertThat(mask.pruned()).isEqualTo(279518);
    assertThat(mask.packed()).isEqualTo(Files.readAllBytes(file));
    assertThat(mask.sha256().hex())
        .isEqualTo("fae8833d4d0f4a45ceef83c58fb4e5a9cc3ec194367ef240640932509c531da0");
  }

  @Test
  void a_mask_of_another_network_is_refused() throws IOException {
    Path file = folder.resolve("mask.bits");
    Files.write(file, new byte[] {-1, -1});
    assertThatThrownBy(() -> KeepMask.read(file, 100))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("mask.bits has 2 bytes, not the 13");
    assertThatThrownBy(() -> KeepMask.read(file, 12))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("another network");
  }
}
