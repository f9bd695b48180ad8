package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PieSelectionTest {
  @ParameterizedTest
  @ValueSource(strings = {"phantom", "nih-real"})
  void equals_the_reference_at_every_sparsity(String name) {
    GoldenStudy study = new GoldenStudy(name);
    Map<String, MeanPredictions> means = study.means();
    MeanPredictions dense = Objects.requireNonNull(means.get("0.00"));
    List<String> ids = study.ids();
    JsonNode golden = study.json().get("pies");
    assertThat(golden.size()).isEqualTo(19);
    golden.forEachEntry((sparsity, expected) -> {
      MeanPredictions pruned = Objects.requireNonNull(means.get(sparsity));
      PieSelection selection = PieSelection.of(Agreement.between(dense, pruned), 5);
      assertEqual(selection, expected, ids);
      assertThat(selection.atOrBelowPercentile())
          .isEqualTo(expected.get("n_at_or_below_percentile5").asInt());
    });
  }

  /** The same set, ties at the boundary in the order of the manifest. */
  private static void assertEqual(PieSelection selection, JsonNode expected, List<String> ids) {
    List<String> chosen = selection.pies().stream().map(ids::get).toList();
    assertThat(chosen)
        .containsExactlyInAnyOrderElementsOf(GoldenFiles.strings(expected.get("pie_ids")));
    assertThat(chosen).containsAll(GoldenFiles.strings(expected.get("pie_certain_ids")));
    assertThat(selection.tiedAtCut()).isEqualTo(expected.get("boundary_tied_ids").size());
    assertThat(selection.dependsOnTies())
        .isEqualTo(expected.get("set_depends_on_tie_rule").asBoolean());
    assertThat(selection.cut().orElseThrow())
        .isCloseTo(expected.get("rho_last_pie").asDouble(), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dense_as_published_vs_perturbed_3_decimals",
        "both_rounded_to_3_decimals_many_ties"
      })
  void equals_the_reference_on_twenty_thousand_real_predictions_with_ties(String variant) {
    ChexnetPredictions chexnet = new ChexnetPredictions();
    PieSelection selection =
        PieSelection.of(
            Agreement.between(chexnet.dense(variant.startsWith("both")), chexnet.pruned()), 5);
    JsonNode golden = chexnet.golden(variant);
    List<String> ids = chexnet.ids();
    assertThat(selection.pies().stream().map(ids::get))
        .containsExactlyInAnyOrderElementsOf(
            GoldenFiles.strings(golden.get("pie_ids_stable_sort")));
    assertThat(selection.pies()).hasSize(1121);
    assertThat(selection.tiedAtCut()).isEqualTo(golden.get("n_equal_cut").asInt());
    assertThat(selection.atOrBelowPercentile())
        .isEqualTo(golden.get("n_at_or_below_percentile5").asInt());
    assertThat(selection.undefined()).isEmpty();
  }

  @Test
  void ties_are_broken_by_the_order_of_the_manifest() {
    Agreement agreement = Agreement.ofValues(new double[] {.9, .3, .1, .3, .3, .8});
    PieSelection selection = PieSelection.of(agreement, 50);
    assertThat(selection.pies()).containsExactly(2, 1, 3);
    assertThat(selection.tiedAtCut()).isEqualTo(3);
    assertThat(selection.tiedPies()).isEqualTo(2);
    assertThat(selection.dependsOnTies()).isTrue();
  }

  @Test
  void an_undefined_agreement_is_never_a_pie_and_is_listed() {
    Agreement agreement = Agreement.ofValues(new double[] {Double.NaN, .5, Double.NaN, .4});
    PieSelection selection = PieSelection.of(agreement, 75);
    assertThat(selection.pies()).containsExactly(3, 1);
    assertThat(selection.undefined()).containsExactly(0, 2);
    assertThat(selection.flags()).containsExactly(false, true, false, true);
  }

  @Test
  void too_few_images_give_no_pie() {
    PieSelection selection = PieSelection.of(Agreement.ofValues(new double[19]), 5);
    assertThat(selection.pies()).isEmpty();
    assertThat(selection.tooFewImages()).isTrue();
    assertThat(selection.cut()).isEmpty();
    assertThat(PieSelection.of(Agreement.ofValues(new double[20]), 5).pies()).containsExactly(0);
    assertThat(PieSelection.of(Agreement.ofValues(new double[0]), 5).pies()).isEmpty();
  }

  @Test
  void counting_is_not_upset_by_decimal_percentiles() {
    assertThat(PieSelection.count(1000, 0.7)).isEqualTo(7);
    assertThat(PieSelection.count(22_433, 5)).isEqualTo(1121);
    assertThatThrownBy(() -> PieSelection.count(10, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
