package org.exemplar.classifier.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.checkpoint.CheckpointReader;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.prune.KeepMask;
import org.exemplar.classifier.prune.Pruning;
import org.exemplar.classifier.torch.Network;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row that PyTorch gave for the other pruning methods, and every random mask it drew. */
class GoldenMethodsTest {
  private static final Map<String, PruningMethod> METHODS =
      Map.of(
          "L1-layerwise", PruningMethod.LAYER_L1,
          "L1-structured-out", PruningMethod.STRUCTURED_L1,
          "L2-structured-out", PruningMethod.STRUCTURED_L2);

  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  @Tag("soak")
  void every_row_of_every_method_is_that_of_PyTorch(String set) {
    Map<String, float[]> golden =
        Fixtures.table(
            SharedData.file(set + "/golden/preds_other_methods_seed-0_first60.csv.gz"), 3);
    Set<String> levels = new LinkedHashSet<>();
    List<String> ids = new ArrayList<>();
    golden
        .keySet()
        .forEach(key -> {
          levels.add(key.substring(0, key.lastIndexOf('/')));
          String id = key.substring(key.lastIndexOf('/') + 1);
          if (!ids.contains(id)) {
            ids.add(id);
          }
        });
    ByteBuffer input =
        Fixtures.input(ids.stream().map(id -> SharedData.file(set + "/images/" + id)).toList());
    Path file = SharedData.file(set + "/models/seed-0_chkpt.pt");
    int compared = 0;
    try (Network network = Fixtures.torch().load(CheckpointReader.read(file))) {
      for (String level : levels) {
        network.prune(mask(set, level, network));
        int findings = golden.get(level + "/" + ids.getFirst()).length;
        float[][] rows = Fixtures.predict(network, input, ids.size(), 3, findings);
        for (int i = 0; i < ids.size(); i++) {
          float[] expected = golden.get(level + "/" + ids.get(i));
          for (int f = 0; f < findings; f++) {
            assertThat((float) Fixtures.sigmoid(rows[i][f]))
                .as("%s %s", level, ids.get(i))
                .isBetween(expected[f] - 1e-5f, expected[f] + 1e-5f);
          }
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(golden.size()).isPositive();
  }

  private static KeepMask mask(String set, String level, Network network) {
    String[] parts = level.split("/", -1);
    PruningMethod method = METHODS.get(parts[0]);
    if (method != null) {
      return Pruning.choose(method, network.prunable(), Sparsity.parse(parts[1]), 0).keep();
    }
    assertThat(parts[0]).isEqualTo("random");
    return KeepMask.read(
        SharedData.file(set + "/golden/random_masks/seed-0_" + parts[1] + ".keepmask.bits"),
        network.prunable().total());
  }
}
