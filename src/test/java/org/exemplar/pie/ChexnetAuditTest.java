package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.exemplar.testing.GoldenLedger;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;

/** Every reference value for the 22,433 real predictions is compared with something. */
class ChexnetAuditTest {
  private final ChexnetPredictions chexnet = new ChexnetPredictions();
  private final GoldenLedger golden =
      GoldenLedger.json(SharedData.file("chexnet-predictions/golden.json"));

  @Test
  void every_reference_value_is_compared() {
    variant("dense_as_published_vs_perturbed_3_decimals", false);
    variant("both_rounded_to_3_decimals_many_ties", true);
    scores();
    golden.assertAllCompared();
  }

  private void variant(String name, boolean rounded) {
    Agreement agreement = Agreement.between(chexnet.dense(rounded), chexnet.pruned());
    PieSelection selection = PieSelection.of(agreement, 5);
    List<String> ids = chexnet.ids();
    GoldenLedger perImage =
        GoldenLedger.csv(
            SharedData.file("chexnet-predictions/golden_spearman_" + name + ".csv.gz"), 1);
    for (int i = 0; i < ids.size(); i++) {
      perImage.close(ids.get(i) + "|rho", agreement.value(i), 1e-12);
    }
    perImage.assertAllCompared();
    golden.close(name + "|n", selection.images(), 0);
    golden.close(name + "|n_pie", selection.pies().size(), 0);
    GoldenPies.compare(golden, name, agreement, selection);
    double cut = selection.cut().orElseThrow();
    golden.close(
        name + "|n_strictly_below_cut", GoldenPies.count(agreement, v -> v < cut - 1e-12), 0);
    golden.close(name + "|n_equal_cut", selection.tiedAtCut(), 0);
    // in any order: the reference sorts equal agreements by their last bit, this program by image
    assertThat(selection.pies().stream().map(ids::get))
        .containsExactlyInAnyOrderElementsOf(golden.array(name + "|pie_ids_stable_sort"));
    assertThat(GoldenPies.tied(agreement, cut).stream().map(ids::get))
        .containsExactlyInAnyOrderElementsOf(golden.array(name + "|boundary_tied_ids"));
  }

  private void scores() {
    FindingMetrics metrics = new FindingMetrics(chexnet.labels(), 1, 2);
    metrics.add(0, 0, chexnet.table());
    MeanPredictions pruned = chexnet.pruned();
    float[] perturbed = new float[pruned.images() * pruned.findings()];
    for (int i = 0; i < perturbed.length; i++) {
      perturbed[i] = (float) pruned.value(i / pruned.findings(), i % pruned.findings());
    }
    metrics.add(0, 1, perturbed);
    GoldenLedger table =
        GoldenLedger.csv(SharedData.file("chexnet-predictions/golden_metrics.csv"), 1);
    for (int f = 0; f < chexnet.findings().size(); f++) {
      String name = chexnet.findings().get(f);
      FindingScore score = metrics.score(0, 0, f);
      table.close(name + "|n_pos", metrics.labels().count(f), 0);
      table.close(name + "|ap", score.ap(), 1e-9);
      table.close(name + "|auc", score.auc(), 1e-9);
      table.close(name + "|auc_published_with_the_predictions", score.auc(), 1e-6);
      table.close(name + "|f1_at_0.5", score.f1(), 1e-9);
      golden.close("ap_perturbed|" + name, metrics.score(0, 1, f).ap(), 1e-9);
      golden.close(
          "relative_change_ap|" + name,
          ForgettabilityCurve.of(metrics, f).atHighestSparsity(),
          1e-9);
    }
    table.assertAllCompared();
    List<Double> change =
        IntStream.range(0, chexnet.findings().size())
            .mapToObj(f -> ForgettabilityCurve.of(metrics, f).atHighestSparsity())
            .toList();
    FrequencyRelation relation =
        FrequencyRelation.of(
            FrequencyRelation.Counts.TEST,
            FrequencyRelation.Measure.CHANGE_AT_HIGHEST_SPARSITY,
            chexnet.labels().counts(),
            change);
    GoldenPies.compare(golden, "log_freq_vs_relative_change", relation);
  }
}
