package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan's answer against studies drawn from its model and analysed by the primary analysis. */
class PowerSimulationTest {

  @ParameterizedTest
  @CsvSource({
    "five, true, 6, 40, 1",
    "five, false, 6, 40, 1",
    "two, true, 10, 40, 1",
    "five, true, 6, 60, 3",
    "five, false, 8, 80, 2"
  })
  void planned_standard_error_and_power_are_those_of_drawn_studies(
      String question, boolean alike, int readers, int cases, int groups) {
    Assumption assumed = question.equals("five") ? Assumption.FIVE_LEVELS : Assumption.TWO_LEVELS;
    VarianceComponents components = assumed.components(alike);
    PowerPlan.Design design = new PowerPlan.Design(readers, cases / 2, cases / 2, groups);
    PowerPlan plan = PowerPlan.of(design, assumed.auc(), components, 0.05);
    LatentModel model = LatentFit.of(assumed.auc(), components, assumed.thresholds());
    PowerSimulation simulated = PowerSimulation.of(design, model, 0.05, new Draws(800, 4));
    assertThat(simulated.auc()).isCloseTo(assumed.auc(), within(0.008));
    assertThat(simulated.standardError() / Math.sqrt(plan.variance())).isBetween(0.92, 1.08);
    assertThat(simulated.power()).isCloseTo(plan.power(), within(0.045 + 3 * simulated.error()));
    assertThat(simulated.error())
        .isCloseTo(Math.sqrt(simulated.power() * (1 - simulated.power()) / 800), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void the_same_seed_draws_the_same_studies(long seed) {
    PowerPlan.Design design = new PowerPlan.Design(3, 8, 8);
    LatentModel model = new LatentModel(1, 0.4, 0, Assumption.FIVE_LEVELS.thresholds());
    assertThat(PowerSimulation.of(design, model, 0.05, new Draws(50, seed)))
        .isEqualTo(PowerSimulation.of(design, model, 0.05, new Draws(50, seed)));
  }
}
