package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.exemplar.stats.RankedScores;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingMetricsTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void equal_the_reference_for_every_run_sparsity_and_finding(String name) {
    GoldenStudy study = new GoldenStudy(name);
    FindingMetrics metrics = study.metrics();
    List<String> findings = study.findings();
    List<String> sparsities = List.copyOf(study.means().keySet());
    int compared = 0;
    for (var row : study.table("class_metrics_per_run.csv.gz")) {
      FindingScore score =
          metrics.score(
              Integer.parseInt(row.get("seed")),
              sparsities.indexOf(row.get("prune_ratio")),
              findings.indexOf(row.get("class")));
      assertThat(score.ap()).isCloseTo(GoldenFiles.number(row.get("ap")), CLOSE);
      assertThat(score.auc()).isCloseTo(GoldenFiles.number(row.get("auc")), CLOSE);
      assertThat(score.f1()).isCloseTo(GoldenFiles.number(row.get("f1_at_0.5")), CLOSE);
      compared++;
    }
    assertThat(compared).isEqualTo(study.runs() * sparsities.size() * findings.size());
    assertOverall(study, metrics, sparsities);
    assertCurves(study, metrics);
  }

  private static void assertOverall(
      GoldenStudy study, FindingMetrics metrics, List<String> sparsities) {
    for (var row : study.table("overall_median_over_runs.csv")) {
      FindingScore overall = metrics.medianOverall(sparsities.indexOf(row.get("prune_ratio")));
      assertThat(overall.ap()).isCloseTo(GoldenFiles.number(row.get("median_mAP")), CLOSE);
      assertThat(overall.auc()).isCloseTo(GoldenFiles.number(row.get("median_mAUC")), CLOSE);
      assertThat(overall.f1()).isCloseTo(GoldenFiles.number(row.get("median_mF1")), CLOSE);
    }
  }

  private static void assertCurves(GoldenStudy study, FindingMetrics metrics) {
    var golden = study.table("forgettability_curves_median_rel_delta_ap.csv");
    List<String> sparsities = List.copyOf(study.means().keySet());
    for (int finding = 0; finding < golden.size(); finding++) {
      ForgettabilityCurve curve = ForgettabilityCurve.of(metrics, finding);
      for (int k = 0; k < curve.median().size(); k++) {
        double expected = GoldenFiles.number(golden.get(finding).get(sparsities.get(k + 1)));
        assertThat(curve.median().get(k)).isCloseTo(expected, CLOSE);
        assertThat(curve.low().get(k)).isLessThanOrEqualTo(curve.median().get(k));
        assertThat(curve.high().get(k)).isGreaterThanOrEqualTo(curve.median().get(k));
      }
    }
  }

  @Test
  void equal_the_reference_on_twenty_thousand_real_predictions() {
    ChexnetPredictions chexnet = new ChexnetPredictions();
    FindingMetrics metrics = new FindingMetrics(chexnet.labels(), 1, 1);
    metrics.add(0, 0, chexnet.table());
    for (var row : GoldenFiles.csv(SharedData.file("chexnet-predictions/golden_metrics.csv"))) {
      int finding = chexnet.findings().indexOf(row.get("class"));
      FindingScore score = metrics.score(0, 0, finding);
      assertThat(metrics.labels().count(finding)).isEqualTo(Integer.parseInt(row.get("n_pos")));
      assertThat(score.ap()).isCloseTo(GoldenFiles.number(row.get("ap")), within(1e-9));
      assertThat(score.auc()).isCloseTo(GoldenFiles.number(row.get("auc")), within(1e-9));
      assertThat(score.f1()).isCloseTo(GoldenFiles.number(row.get("f1_at_0.5")), within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 1000})
  void scores_equal_those_of_a_plain_sort_with_ties_and_any_sign(int levels) {
    Random random = new Random(levels);
    int n = 500;
    float[] table = new float[2 * n];
    boolean[] positive = new boolean[n];
    float[] column = new float[n];
    for (int i = 0; i < n; i++) {
      column[i] = (random.nextInt(levels) - levels / 2) / (float) levels;
      table[2 * i + 1] = column[i];
      positive[i] = random.nextInt(4) == 0;
    }
    FindingScore score = new FindingScorer(n).score(table, 2, 1, positive);
    RankedScores plain = RankedScores.of(column, positive);
    assertThat(score.ap()).isCloseTo(plain.averagePrecision().orElseThrow(), CLOSE);
    assertThat(score.auc()).isCloseTo(plain.rocAuc().orElseThrow(), CLOSE);
    assertThat(score.f1()).isCloseTo(plain.atHalf().f1(), CLOSE);
  }

  @Test
  void a_finding_that_no_image_has_is_not_scored_and_left_out_of_the_mean() {
    FindingLabels labels =
        FindingLabels.of(
            List.of("Mass", "Hernia"),
            List.of(new boolean[] {true, false}, new boolean[] {false, false}));
    FindingMetrics metrics = new FindingMetrics(labels, 1, 1);
    metrics.add(0, 0, new float[] {.9f, .1f, .2f, .3f});
    assertThat(metrics.score(0, 0, 1).ap()).isNaN();
    assertThat(metrics.score(0, 0, 1).auc()).isNaN();
    assertThat(metrics.overall(0, 0).ap()).isEqualTo(1);
    assertThat(metrics.overall(0, 0).f1()).isEqualTo(0.5);
  }
}
