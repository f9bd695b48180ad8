package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.exemplar.stats.NoncentralT;
import org.exemplar.stats.Tails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans against simulated power (10,000 studies each) and the totals read off from them. */
class PowerPlanTest {
  private static final VarianceComponents ORDINAL_ALIKE =
      new VarianceComponents(.0246, .0247, .0009, 0, .0464, .0460, .0304);
  private static final VarianceComponents ORDINAL_DIFFERING =
      new VarianceComponents(.0239, .0236, .0008, .0052, .0455, .0450, .0300);
  private static final VarianceComponents BINARY_ALIKE =
      new VarianceComponents(.0056, .0087, 0, .0004, .0327, .0422, 0);
  private static final VarianceComponents BINARY_DIFFERING =
      new VarianceComponents(.0057, .0081, 0, .0029, .0326, .0409, 0);

  @ParameterizedTest
  @CsvSource({
    "0.627, alike, 6, 20, .308", "0.627, alike, 6, 40, .556", "0.627, alike, 6, 100, .925",
    "0.627, alike, 10, 40, .608", "0.626, differ, 6, 40, .456", "0.626, differ, 10, 100, .832",
    "0.576, binary, 6, 40, .453", "0.576, binary, 10, 100, .940",
        "0.578, binary_differ, 6, 100, .614"
  })
  void power_is_that_of_simulated_studies(
      double auc, String setting, int readers, int cases, double simulated) {
    PowerPlan plan = plan(auc, setting, readers, cases);
    assertThat(plan.power()).isCloseTo(simulated, within(0.046));
  }

  private static PowerPlan plan(double auc, String setting, int readers, int cases) {
    VarianceComponents components =
        switch (setting) {
          case "alike" -> ORDINAL_ALIKE;
          case "differ" -> ORDINAL_DIFFERING;
          case "binary" -> BINARY_ALIKE;
          default -> BINARY_DIFFERING;
        };
    PowerPlan.Design design = new PowerPlan.Design(readers, cases / 2, cases - cases / 2);
    return PowerPlan.of(design, auc, components, 0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "0.627, alike, 3, 92",
    "0.627, alike, 6, 66",
    "0.627, alike, 15, 56",
    "0.626, differ, 8, 104",
    "0.626, differ, 10, 86",
    "0.576, binary, 5, 114",
    "0.576, binary, 10, 68"
  })
  void total_cases_for_eighty_per_cent_are_about_those_tabulated(
      double auc, String setting, int readers, int total) {
    assertThat(plan(auc, setting, readers, (int) (total * 0.9) / 2 * 2).power()).isLessThan(0.8);
    assertThat(plan(auc, setting, readers, (int) (total * 1.12) / 2 * 2).power())
        .isGreaterThan(0.8);
  }

  @Test
  void more_cases_cannot_help_where_three_readers_differ() {
    assertThat(plan(0.626, "differ", 3, 800).power()).isLessThan(0.8);
  }

  @Test
  void without_any_effect_the_power_is_the_level() {
    assertThat(plan(0.5, "alike", 6, 40).power()).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void negative_components_count_as_zero() {
    VarianceComponents negative = new VarianceComponents(.02, .02, 0, -.01, .04, .04, -.02);
    VarianceComponents zero = new VarianceComponents(.02, .02, 0, 0, .04, .04, 0);
    PowerPlan.Design design = new PowerPlan.Design(5, 20, 30);
    assertThat(PowerPlan.of(design, 0.6, negative, 0.05))
        .isEqualTo(PowerPlan.of(design, 0.6, zero, 0.05));
  }

  @Test
  void designs_without_degrees_of_freedom_are_refused() {
    assertThatThrownBy(() -> new PowerPlan.Design(1, 20, 20))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2.0, 1, 0.5, 0.2515144157607098",
    "2.5, 5, 1.7, 0.29865130244297844",
    "1.98, 120.5, 2.8, 0.7931792489975205",
    "3.1, 2.3, -1, 0.00560408601136223",
    "0, 7, 2, 0.9772498680518208"
  })
  void non_central_t_is_that_of_scipy(double q, double df, double lambda, double expected) {
    assertThat(NoncentralT.upper(q, df, lambda)).isCloseTo(expected, within(1e-9));
    assertThat(NoncentralT.upper(q, df, 0)).isCloseTo(Tails.tTwoSided(q, df) / 2, within(1e-10));
  }
}
