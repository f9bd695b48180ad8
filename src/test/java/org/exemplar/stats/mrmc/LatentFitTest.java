package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatentFitTest {
  private static Assumption assumption(String question) {
    return question.equals("five") ? Assumption.FIVE_LEVELS : Assumption.TWO_LEVELS;
  }

  /** The components without a pilot were simulated from a known model: effect 0.5. */
  @ParameterizedTest
  @CsvSource({
    "five, true, 0.627, 0.4, 0",
    "five, false, 0.626, 0.4, 0.3",
    "two, true, 0.576, 0.3, 0",
    "two, false, 0.578, 0.3, 0.3"
  })
  void the_model_behind_the_tabulated_components_is_found_again(
      String question, boolean alike, double auc, double icc, double spread) {
    Assumption assumed = assumption(question);
    LatentModel model = LatentFit.of(auc, assumed.components(alike), assumed.thresholds());
    assertThat(model.effect()).isCloseTo(0.5, within(0.05));
    assertThat(model.icc()).isCloseTo(icc, within(0.05));
    assertThat(model.readerByCondition()).isCloseTo(spread, within(0.08));
  }

  @ParameterizedTest
  @CsvSource({"five, true", "five, false", "two, false"})
  void a_large_drawn_study_has_what_the_model_expects(String question, boolean alike) {
    Assumption assumed = assumption(question);
    LatentModel model = new LatentModel(0.5, 0.4, alike ? 0 : 0.3, assumed.thresholds());
    LatentFit.Expected expected = LatentFit.expected(model);
    double auc = 0;
    double reader = 0;
    double cases = 0;
    int studies = 40;
    var random = new Draws(1, 17).generator();
    for (int k = 0; k < studies; k++) {
      MrmcAuc drawn =
          MrmcAuc.of(model.draw(new PowerPlan.Design(40, 60, 60), random)).value().orElseThrow();
      VarianceComponents c = drawn.evidence().orElseThrow().unbiased();
      auc += drawn.auc() / studies;
      reader += c.reader() / studies;
      cases += (c.negativeCase() + c.positiveCase()) / 2 / studies;
    }
    assertThat(auc).isCloseTo(expected.auc(), within(0.012));
    assertThat(reader).isCloseTo(expected.reader(), within(0.0006));
    assertThat(cases).isCloseTo(expected.cases(), within(0.06 * expected.cases()));
  }

  @Test
  void components_beyond_the_model_are_met_as_nearly_as_it_can() {
    VarianceComponents huge = new VarianceComponents(0.5, 0.5, 0, 0.5, 0, 0, 0);
    LatentModel model = LatentFit.of(0.99, huge, List.of(0.0));
    assertThat(model.icc()).isLessThan(1);
    VarianceComponents none = new VarianceComponents(-1, -1, 0, -1, 0, 0, 0);
    LatentModel without = LatentFit.of(0.5, none, List.of(0.0));
    assertThat(without.effect()).isCloseTo(0, within(1e-5));
    assertThat(without.icc() + without.readerByCondition()).isZero();
  }

  @Test
  void impossible_models_are_refused() {
    assertThatThrownBy(() -> new LatentModel(0, 1, 0, List.of(0.0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LatentModel(0, 0, 0, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
