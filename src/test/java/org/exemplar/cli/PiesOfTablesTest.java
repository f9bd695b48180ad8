package org.exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code pies --dense --pruned} on 22,433 predictions that other people published. */
class PiesOfTablesTest {
  @TempDir Path folder;

  @Test
  void real_predictions_give_the_reference_pies_with_ties_and_other_rules_counted()
      throws Exception {
    Path dense = SharedData.file("chexnet-predictions/preds.csv.gz");
    Path pruned = SharedData.file("chexnet-predictions/perturbed_3_decimals.csv.gz");
    Path csv = folder.resolve("pies.csv");
    Shell.Said said =
        new Shell().type("pies", "--dense", dense, "--pruned", pruned, "--out", csv, "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    JsonNode golden =
        JsonMapper.shared()
            .readTree(SharedData.file("chexnet-predictions/golden.json"))
            .path("dense_as_published_vs_perturbed_3_decimals");
    JsonNode facts = said.json();
    assertThat(facts.path("images").asInt()).isEqualTo(22_433);
    assertThat(facts.path("pies").size()).isEqualTo(golden.path("n_pie").asInt());
    assertThat(facts.path("tied_at_boundary").asInt())
        .isEqualTo(golden.path("n_equal_cut").asInt());
    assertThat(facts.path("at_or_below_percentile").asInt())
        .isEqualTo(golden.path("n_at_or_below_percentile5").asInt());
    assertThat(said.out()).contains("1121 PIEs of 22433 images; 7 tied at the boundary, 1127");
    assertThat(Files.readAllLines(csv)).hasSize(22_434);
  }

  @Test
  void pickles_that_the_authors_wrote_are_taken_with_tables_of_other_kinds() {
    Shell.Said said =
        new Shell()
            .type(
                "pies",
                "--dense",
                SharedData.file("phantom/golden/nih-cxr-lt_resnet50_seed-0_prune-0.pkl"),
                "--pruned",
                SharedData.file("phantom/golden/preds_L1_seed-0_prune-0.9.csv"),
                "--json");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.json().path("pies").size()).isEqualTo(22);
  }
}
