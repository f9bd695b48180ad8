package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PieStabilityTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 10", "5, 126", "6, 462"})
  void few_runs_are_resampled_exactly(int runs, int distinct) {
    RunResampling resampling = RunResampling.of(runs, 500, 1);
    assertThat(resampling.exact()).isTrue();
    assertThat(resampling.draws()).hasSize(distinct);
    assertThat(resampling.draws().stream().mapToDouble(RunResampling.Draw::probability).sum())
        .isCloseTo(1, within(1e-12));
    assertThat(resampling.draws())
        .allSatisfy(draw ->
            assertThat(draw.times().stream().mapToInt(Integer::intValue).sum()).isEqualTo(runs));
  }

  @Test
  void many_runs_are_drawn_by_seed() {
    RunResampling first = RunResampling.of(30, 200, 7);
    assertThat(first.exact()).isFalse();
    assertThat(first.draws()).hasSize(200).isEqualTo(RunResampling.of(30, 200, 7).draws());
    assertThat(first.draws()).isNotEqualTo(RunResampling.of(30, 200, 8).draws());
  }

  @Test
  void probabilities_on_real_radiographs_add_up_to_the_number_of_pies() {
    GoldenStudy study = new GoldenStudy("nih-real");
    List<float[]> dense = new ArrayList<>();
    List<float[]> pruned = new ArrayList<>();
    for (int run = 0; run < study.runs(); run++) {
      Map<String, float[]> tables = study.run(run);
      dense.add(Objects.requireNonNull(tables.get("0.00")));
      pruned.add(Objects.requireNonNull(tables.get("0.90")));
    }
    var runs = new PieStability.RunTables(200, study.findings().size(), dense, pruned);
    PieStability stability = PieStability.of(runs, 5, 1, Progress.NONE, new Cancellation());
    assertThat(stability.exact()).isTrue();
    assertThat(stability.draws()).isEqualTo(10);
    assertThat(stability.probabilities().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(10, within(1e-9));
    assertThat(stability.probabilities()).allMatch(p -> p >= 0 && p <= 1);
  }

  @Test
  void one_run_leaves_no_doubt() {
    float[] dense = {.1f, .2f, .1f, .2f};
    float[] pruned = {.1f, .2f, .2f, .1f};
    var runs = new PieStability.RunTables(2, 2, List.of(dense), List.of(pruned));
    assertThat(PieStability.of(runs, 50, 1, Progress.NONE, new Cancellation()).probabilities())
        .containsExactly(0.0, 1.0);
  }

  @Test
  void modal_labels_differ_where_most_runs_change_their_mind() {
    ModalLabels dense = new ModalLabels(2, 2);
    ModalLabels pruned = new ModalLabels(2, 2);
    for (int run = 0; run < 3; run++) {
      dense.add(new float[] {.9f, .1f, .2f, .8f});
      pruned.add(new float[] {run == 0 ? .9f : .1f, .5f, .2f, .8f});
    }
    assertThat(ModalLabels.pies(dense, pruned)).containsExactly(0);
  }

  @Test
  void overlap_counts_shared_pies() {
    PieSelection first = PieSelection.of(Agreement.ofValues(new double[] {.1, .2, .9, .8}), 50);
    PieSelection second = PieSelection.of(Agreement.ofValues(new double[] {.1, .9, .2, .8}), 50);
    PieOverlap overlap = PieOverlap.of(first, second);
    assertThat(overlap).isEqualTo(new PieOverlap(1, 1, 1));
    assertThat(overlap.jaccard()).isCloseTo(1 / 3.0, within(1e-15));
  }
}
