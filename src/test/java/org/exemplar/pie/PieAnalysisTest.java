package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.problem.Problem;
import org.exemplar.stats.Correlation;
import org.exemplar.stats.Outcome;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PieAnalysisTest {
  @TempDir Path folder;

  private static PieResults run(ComparisonFolder comparison, PieOptions options) {
    return PieAnalysis.run(comparison, options, Progress.NONE, new Cancellation());
  }

  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void a_reference_study_gives_the_reference_pies_drops_and_relations(String name)
      throws IOException {
    GoldenStudy study = new GoldenStudy(name);
    PieOptions options = PieOptions.PAPER.withTrainCounts(trainCounts(name, study.findings()));
    PieResults results = run(SmallComparison.of(study, folder), options);
    JsonNode golden = study.json();
    assertThat(results.summary().pies())
        .containsExactlyInAnyOrderElementsOf(GoldenFiles.strings(golden.at("/pies/0.90/pie_ids")));
    assertThat(results.disagreement().criterion().text()).isEqualTo("0.90");
    PieForgetting forgetting = results.forgetting().orElseThrow();
    for (PieForgetting.Finding finding : forgetting.findings()) {
      JsonNode expected =
          golden.get("first_sparsity_with_median_drop_over_20pct").get(finding.name());
      Optional<Sparsity> first =
          expected.isNumber() ? Optional.of(new Sparsity(expected.asDouble())) : Optional.empty();
      assertThat(finding.drops().overTwentyPercent()).isEqualTo(first);
    }
    assertSignificance(study, results);
    assertFrequency(golden.get("frequency_vs_forgettability"), forgetting);
    assertEveryColumnIsInTheCodebook();
  }

  private static Map<String, Integer> trainCounts(String name, List<String> findings) {
    Map<String, Integer> counts = new HashMap<>();
    for (var row : GoldenFiles.csv(SharedData.file(name + "/labels/labels_train.csv"))) {
      findings.forEach(f -> counts.merge(f, (int) GoldenFiles.number(row.get(f)), Integer::sum));
    }
    return counts;
  }

  private static void assertSignificance(GoldenStudy study, PieResults results) {
    DropSignificance significance = results.forgetting().orElseThrow().significance();
    int compared = 0;
    for (var row : study.table("ap_change_significance.csv")) {
      int finding = study.findings().indexOf(row.get("class"));
      int point =
          results
              .disagreement()
              .sparsities()
              .indexOf(Sparsity.parse(String.valueOf(row.get("prune_ratio"))));
      double expected = GoldenFiles.number(row.get("welch_p"));
      if (!Double.isNaN(expected)) {
        double p = significance.test(point, finding).value().orElseThrow().p();
        assertThat(p).isCloseTo(expected, within(1e-9));
        assertThat(significance.holm(point, finding))
            .isCloseTo(GoldenFiles.number(row.get("welch_p_holm")), within(1e-9));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(20);
  }

  private static void assertFrequency(JsonNode golden, PieForgetting forgetting) {
    assertThat(forgetting.frequency()).hasSize(4);
    for (FrequencyRelation relation : forgetting.frequency()) {
      boolean drop = relation.measure() == FrequencyRelation.Measure.FIRST_DROP_OVER_20_PERCENT;
      JsonNode expected =
          golden
              .get(relation.counts() == FrequencyRelation.Counts.TRAIN ? "train" : "test")
              .get(drop ? "first_drop20_vs_log_freq" : "drop_at_0.95_vs_log_freq");
      assertThat(relation.findings()).isEqualTo(expected.get("n").asInt());
      close(relation.correlations().pearson(), expected.get("pearson_r"));
      close(relation.correlations().spearman(), expected.get("spearman_rho"));
      close(relation.correlations().kendall(), expected.get("kendall_tau_b"));
    }
  }

  private static void close(Outcome<Correlation> correlation, JsonNode expected) {
    assertThat(correlation.value().orElseThrow().coefficient())
        .isCloseTo(expected.asDouble(), within(1e-9));
  }

  private void assertEveryColumnIsInTheCodebook() throws IOException {
    JsonNode files = GoldenFiles.json(folder.resolve("codebook.json")).get("files");
    Set<String> written = new TreeSet<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path file : list.filter(each -> each.toString().endsWith(".csv")).toList()) {
        String name = file.getFileName().toString();
        written.add(name);
        JsonNode columns = files.get(name);
        assertThat(columns).as(name).isNotNull();
        for (String column : GoldenFiles.csv(file).getFirst().keySet()) {
          String general = column.replaceFirst("_?[0-9]\\.[0-9]+$", "_*");
          assertThat(columns.has(column) || columns.has(general) || columns.has("*"))
              .as(name + ": " + column)
              .isTrue();
        }
      }
    }
    assertThat(written).containsExactlyElementsOf(new TreeSet<>(files.propertyNames()));
  }

  private static List<Map<Sparsity, float[]>> tiny(int images) {
    List<Map<Sparsity, float[]>> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      float[] dense = new float[images * 3];
      float[] pruned = new float[images * 3];
      for (int i = 0; i < dense.length; i++) {
        dense[i] = (i % 3) * .3f + .01f * run;
        pruned[i] = i / 3 == 1 ? .9f - dense[i] : i / 3 == 2 ? .5f : dense[i];
      }
      runs.add(Map.of(Sparsity.DENSE, dense, new Sparsity(0.5), pruned));
    }
    return runs;
  }

  private static List<String> ids(int n) {
    return Stream.iterate(0, i -> i + 1).limit(n).map(i -> "i" + i).toList();
  }

  @Test
  void without_labels_only_what_needs_none_is_written() throws IOException {
    ComparisonFolder comparison =
        SmallComparison.write(folder, List.of("A", "B", "C"), ids(20), List.of(), tiny(20));
    PieResults results = run(comparison, PieOptions.PAPER);
    assertThat(results.forgetting()).isEmpty();
    assertThat(results.summary().pies()).containsExactly("i1");
    assertThat(results.summary().undefined()).containsExactly("i2");
    assertThat(results.summary().criterion()).isEqualTo(new Sparsity(0.5));
    assertThat(folder.resolve("findings.csv")).doesNotExist();
    assertThat(Files.readAllLines(folder.resolve("agreement.csv")))
        .startsWith("image_id,spearman_0.50,pie", "i0,1,0", "i1,-1,1", "i2,,0");
    assertThat(Files.readString(folder.resolve("codebook.json"))).contains("\"i2\"");
  }

  @Test
  void too_few_images_give_no_pie_and_a_warning() throws IOException {
    ComparisonFolder comparison =
        SmallComparison.write(folder, List.of("A", "B", "C"), ids(10), List.of(), tiny(10));
    PieSummary summary = run(comparison, PieOptions.PAPER).summary();
    assertThat(summary.pies()).isEmpty();
    assertThat(summary.warnings()).anyMatch(text -> text.contains("too few"));
  }

  @Test
  void a_sparsity_that_was_not_compared_is_refused() throws IOException {
    ComparisonFolder comparison =
        SmallComparison.write(folder, List.of("A", "B", "C"), ids(5), List.of(), tiny(5));
    assertThatThrownBy(() -> run(comparison, PieOptions.PAPER.withSparsity(new Sparsity(0.7))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("0.70")
        .hasMessageContaining("0.50");
  }

  @Test
  void cancelling_leaves_no_table() throws IOException {
    ComparisonFolder comparison =
        SmallComparison.write(folder, List.of("A", "B", "C"), ids(5), List.of(), tiny(5));
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(
            () -> PieAnalysis.run(comparison, PieOptions.PAPER, Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(folder.resolve("agreement.csv")).doesNotExist();
  }

  @Test
  void pies_are_read_image_by_image_with_labels() throws IOException {
    List<List<Boolean>> labels = new ArrayList<>();
    ids(20).forEach(id -> labels.add(List.of(id.equals("i1"), false, true)));
    ComparisonFolder comparison =
        SmallComparison.write(folder, List.of("A", "B", "C"), ids(20), labels, tiny(20));
    Pies pies = Pies.of(comparison, 10, Optional.empty());
    assertThat(pies.selection().pies()).containsExactly(1, 0);
    assertThat(pies.images()).hasSize(20);
    Pies.Image first = pies.images().get(1);
    assertThat(first.id()).isEqualTo("i1");
    assertThat(first.path()).isEqualTo("images/i1");
    assertThat(first.pie()).isTrue();
    assertThat(first.agreement()).hasValue(-1);
    assertThat(first.labels()).containsExactly(true, false, true);
    assertThat(pies.images().get(2).agreement()).isEmpty();
  }
}
