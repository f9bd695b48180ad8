package org.exemplar.classifier.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.exemplar.classifier.Fixtures;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.PredictionTable;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PrunedWeights;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.classifier.torch.Device;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole comparisons against every number that PyTorch 1.13 gave for the same files. */
class GoldenComparisonTest {
  private static final float TOLERANCE = 1e-5f;

  @TempDir Path folder;

  private ComparisonFolder compare(String set, String models, int size, String sparsities) {
    Path images = SharedData.file(set + "/images");
    ComparisonOptions options =
        ComparisonOptions.of(
                images,
                List.of(SharedData.file(set + "/models").resolve(models)),
                new ComparisonOptions.Place(folder, Fixtures.cache(), "test"))
            .with(
                new ComparisonOptions.Images(
                    images, SharedData.file(set + "/labels/labels_test.csv"), false))
            .with(
                new ComparisonOptions.Pruned(
                    PruningMethod.L1, 0, Sparsity.parseList(sparsities), null))
            .with(
                new ComparisonOptions.Prediction(
                    Preprocessing.PAPER.withSize(size),
                    false,
                    null,
                    ComparisonOptions.Machine.of(Device.CPU)));
    return ComparisonRun.run(options, Progress.NONE, new Cancellation()).folder();
  }

  private static void assertGolden(ComparisonFolder made, String set) {
    JsonNode masks =
        JsonMapper.shared().readTree(SharedData.file(set + "/golden/golden.json")).path("masks");
    for (int run = 0; run < made.manifest().runs().size(); run++) {
      Map<String, float[]> golden =
          Fixtures.table(SharedData.file(set + "/golden/preds_L1_seed-" + run + ".csv.gz"), 2);
      for (Sparsity sparsity : made.manifest().tables()) {
        assertTable(made, run, sparsity, golden);
      }
      assertThat(golden)
          .as("every row is compared")
          .hasSize(made.manifest().tables().size() * made.images().size());
      for (var entry : made.manifest().runs().get(run).pruned().entrySet()) {
        assertMask(entry.getValue(), masks.path("L1/seed-" + run + "/" + entry.getKey().text()));
      }
    }
  }

  private static void assertTable(
      ComparisonFolder made, int run, Sparsity sparsity, Map<String, float[]> golden) {
    PredictionTable table = made.predictions(run, sparsity);
    float worst = 0;
    for (int image = 0; image < table.images(); image++) {
      float[] expected = golden.get(sparsity.text() + "/" + made.images().row(image).id());
      float[] actual = table.row(image);
      assertThat(actual).hasSameSizeAs(expected);
      for (int finding = 0; finding < expected.length; finding++) {
        worst = Math.max(worst, Math.abs(actual[finding] - expected[finding]));
      }
    }
    assertThat(worst).as("run %d at %s", run, sparsity).isLessThanOrEqualTo(TOLERANCE);
  }

  private static void assertMask(PrunedWeights pruned, JsonNode expected) {
    assertThat(pruned.count()).isEqualTo(expected.path("n_pruned").asLong());
    assertThat(pruned.total()).isEqualTo(expected.path("n_total").asLong());
    if (!expected.path("tie_at_threshold_mask_not_unique").asBoolean()) {
      assertThat(pruned.maskSha256()).isEqualTo(expected.path("sha256_packed_keepmask").asString());
    }
  }

  @Test
  void real_radiographs_are_predicted_as_PyTorch_predicts_them() {
    ComparisonFolder made = compare("nih-real", "seed-1_chkpt.pt", 256, "0.9");
    Map<String, float[]> golden =
        Fixtures.table(SharedData.file("nih-real/golden/preds_L1_seed-1.csv.gz"), 2);
    assertThat(made.images().size()).isEqualTo(200);
    assertTable(made, 0, Sparsity.DENSE, golden);
    assertTable(made, 0, new Sparsity(0.9), golden);
  }

  @Test
  @Tag("soak")
  void every_phantom_table_is_that_of_PyTorch() {
    assertGolden(compare("phantom", "seed-*_chkpt.pt", 128, "0.05:0.95:0.05"), "phantom");
  }

  @Test
  @Tag("soak")
  void every_phantom_table_from_TorchScript_is_that_of_PyTorch() {
    assertGolden(
        compare("phantom", "seed-*_logits.torchscript.pt", 128, "0.05:0.95:0.05"), "phantom");
  }

  @Test
  @Tag("soak")
  void every_table_of_real_radiographs_is_that_of_PyTorch() {
    assertGolden(compare("nih-real", "seed-*_chkpt.pt", 256, "0.05:0.95:0.05"), "nih-real");
  }

  @Test
  @Tag("soak")
  void every_table_of_real_radiographs_from_TorchScript_is_that_of_PyTorch() {
    assertGolden(
        compare("nih-real", "seed-*_logits.torchscript.pt", 256, "0.05:0.95:0.05"), "nih-real");
  }
}
