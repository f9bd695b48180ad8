package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.exemplar.stats.NoncentralT;
import org.exemplar.stats.Tails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans against simulated power (10,000 studies each) and the totals read off from them. */
class PowerPlanTest {
  @ParameterizedTest
  @CsvSource({
    "five, alike, 3, 20, 20.7",
    "five, alike, 3, 40, 42.7",
    "five, alike, 3, 100, 79.1",
    "five, alike, 6, 20, 30.8",
    "five, alike, 6, 40, 55.6",
    "five, alike, 6, 100, 92.5",
    "five, alike, 10, 20, 35.8",
    "five, alike, 10, 40, 60.8",
    "five, alike, 10, 100, 94.7",
    "five, differ, 3, 20, 18.1",
    "five, differ, 3, 40, 31.2",
    "five, differ, 3, 100, 43.2",
    "five, differ, 6, 20, 28.5",
    "five, differ, 6, 40, 45.6",
    "five, differ, 6, 100, 69.8",
    "five, differ, 10, 20, 33.1",
    "five, differ, 10, 40, 54.3",
    "five, differ, 10, 100, 83.2",
    "two, alike, 3, 20, 8.7",
    "two, alike, 3, 40, 21.6",
    "two, alike, 3, 100, 48.4",
    "two, alike, 6, 20, 23.1",
    "two, alike, 6, 40, 45.3",
    "two, alike, 6, 100, 84.6",
    "two, alike, 10, 20, 30.5",
    "two, alike, 10, 40, 57.4",
    "two, alike, 10, 100, 94.0",
    "two, differ, 3, 20, 8.5",
    "two, differ, 3, 40, 16.9",
    "two, differ, 3, 100, 27.1",
    "two, differ, 6, 20, 20.0",
    "two, differ, 6, 40, 37.1",
    "two, differ, 6, 100, 61.4",
    "two, differ, 10, 20, 30.6",
    "two, differ, 10, 40, 52.8",
    "two, differ, 10, 100, 81.7"
  })
  void power_is_that_of_simulated_studies(
      String question, String effect, int readers, int cases, double percent) {
    double simulated = percent / 100;
    double tolerance = readers == 3 ? 0.07 : question.equals("two") && cases == 20 ? 0.046 : 0.03;
    assertThat(plan(question, effect, readers, cases).power())
        .isCloseTo(simulated, within(tolerance));
  }

  private static PowerPlan plan(String question, String effect, int readers, int cases) {
    boolean five = question.equals("five");
    boolean alike = effect.equals("alike");
    Assumption assumed = five ? Assumption.FIVE_LEVELS : Assumption.TWO_LEVELS;
    double ofFive = alike ? 0.627 : 0.626;
    double ofTwo = alike ? 0.576 : 0.578;
    PowerPlan.Design design = new PowerPlan.Design(readers, cases / 2, cases - cases / 2);
    return PowerPlan.of(design, five ? ofFive : ofTwo, assumed.components(alike), 0.05);
  }

  /** A total of 0 stands for "more than 800". The curve is flat there. */
  @ParameterizedTest
  @CsvSource({
    "five, alike, 3, 92",
    "five, alike, 4, 78",
    "five, alike, 5, 70",
    "five, alike, 6, 66",
    "five, alike, 8, 62",
    "five, alike, 10, 58",
    "five, alike, 15, 56",
    "five, differ, 3, 0",
    "five, differ, 4, 0",
    "five, differ, 5, 0",
    "five, differ, 6, 170",
    "five, differ, 8, 104",
    "five, differ, 10, 86",
    "five, differ, 15, 70",
    "two, alike, 3, 470",
    "two, alike, 4, 160",
    "two, alike, 5, 114",
    "two, alike, 6, 94",
    "two, alike, 8, 76",
    "two, alike, 10, 68",
    "two, alike, 15, 58",
    "two, differ, 3, 0",
    "two, differ, 4, 0",
    "two, differ, 5, 0",
    "two, differ, 6, 728",
    "two, differ, 8, 144",
    "two, differ, 10, 98",
    "two, differ, 15, 68"
  })
  void total_cases_for_eighty_per_cent_are_about_those_tabulated(
      String question, String effect, int readers, int total) {
    if (total == 0) {
      assertThat(plan(question, effect, readers, 800).power()).isLessThan(0.83);
    } else {
      assertThat(plan(question, effect, readers, total).power())
          .isCloseTo(0.8, within(readers == 3 ? 0.04 : 0.03));
    }
  }

  @Test
  void cases_for_a_power_are_the_fewest_that_reach_it() {
    VarianceComponents components = Assumption.FIVE_LEVELS.alike();
    int cases = PowerPlan.casesFor(0.8, 6, 0.627, components, 0.05).orElseThrow();
    assertThat(plan("five", "alike", 6, cases).power()).isGreaterThanOrEqualTo(0.8);
    assertThat(plan("five", "alike", 6, cases - 2).power()).isLessThan(0.8);
    assertThat(PowerPlan.casesFor(0.8, 3, 0.627, Assumption.FIVE_LEVELS.differ(), 0.05)).isEmpty();
  }

  @Test
  void more_cases_cannot_help_where_three_readers_differ() {
    assertThat(plan("five", "differ", 3, 800).power()).isLessThan(0.8);
  }

  @Test
  void without_any_effect_the_power_is_the_level() {
    VarianceComponents components = Assumption.FIVE_LEVELS.alike();
    assertThat(PowerPlan.of(new PowerPlan.Design(6, 20, 20), 0.5, components, 0.05).power())
        .isCloseTo(0.05, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"6, 24, 24, 3", "6, 20, 20, 1", "7, 11, 23, 3", "5, 9, 8, 5"})
  void variance_of_a_design_is_what_the_analysis_makes_of_the_moments(
      int readers, int positives, int negatives, int groups) {
    PowerPlan.Design design = new PowerPlan.Design(readers, positives, negatives, groups);
    VarianceComponents c = new VarianceComponents(.02, .03, .001, .004, .04, .05, .03);
    RatingTable table =
        new LatentModel(0, 0.4, 0, List.of(0.0)).draw(design, new Draws(1, 3).generator());
    MrmcAuc.Evidence evidence = MrmcAuc.of(table).value().flatMap(MrmcAuc::evidence).orElseThrow();
    double[] shared = {
      .02 + .03 + .001 + .004 + .04 + .05 + .03,
      .03 + .004 + .05,
      .02 + .004 + .04,
      .004,
      .02 + .03 + .001,
      .03,
      .02,
      0
    };
    double variance = 0;
    for (int k = 0; k < 8; k++) {
      variance += evidence.moments().coefficients()[k] * shared[k];
    }
    PowerPlan plan = PowerPlan.of(design, 0.6, c, 0.05);
    assertThat(plan.variance()).isCloseTo(variance, within(1e-15));
    assertThat(plan.df()).isGreaterThanOrEqualTo(evidence.df().least());
  }

  @Test
  void a_crossed_design_has_the_degrees_of_freedom_written_out_in_components() {
    VarianceComponents c = new VarianceComponents(.02, .03, .001, .004, .04, .05, .03);
    double n0 = 17;
    double n1 = 23;
    double r = 5;
    double ofNegative = (.02 + .001 / n1 + .04 / r + .03 / (r * n1)) / n0;
    double ofPositive = (.03 + .001 / n0 + .05 / r + .03 / (r * n0)) / n1;
    double ofReader = (.004 + .04 / n0 + .05 / n1 + .03 / (n0 * n1)) / r;
    PowerPlan plan = PowerPlan.of(new PowerPlan.Design(5, 23, 17), 0.6, c, 0.05);
    double df =
        plan.variance()
            * plan.variance()
            / (ofNegative * ofNegative / (n0 - 1)
                + ofPositive * ofPositive / (n1 - 1)
                + ofReader * ofReader / (r - 1));
    assertThat(plan.df()).isCloseTo(df, within(1e-9 * df));
  }

  @Test
  void a_split_plot_has_less_power_than_a_crossed_study_of_the_same_cases() {
    VarianceComponents c = Assumption.FIVE_LEVELS.alike();
    double crossed = PowerPlan.of(new PowerPlan.Design(6, 60, 60), 0.627, c, 0.05).power();
    double split = PowerPlan.of(new PowerPlan.Design(6, 60, 60, 3), 0.627, c, 0.05).power();
    assertThat(split).isLessThan(crossed);
    assertThatThrownBy(() -> new PowerPlan.Design(6, 60, 60, 7))
        .isInstanceOf(IllegalArgumentException.class);
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
