package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeakTestTest {
  private static final List<Arm> ARMS = arms(10, 10);

  @ParameterizedTest
  @EnumSource(LeakFact.class)
  void a_fact_that_gives_the_arm_away_is_refused_unless_it_is_content(LeakFact fact) {
    double[] telling = new double[20];
    Arrays.setAll(telling, i -> ARMS.get(i) == Arm.PIE ? 100 + i : i % 10);
    LeakTest test = LeakTest.of(ARMS, harmlessBut(fact, telling));
    assertThat(test.passed()).isEqualTo(!fact.container());
    if (fact.container()) {
      assertThatThrownBy(test::require)
          .isInstanceOf(Problem.class)
          .hasMessageContaining(fact.title().toLowerCase(java.util.Locale.ROOT) + " (AUC 1.00)");
    }
  }

  @Test
  void telling_by_smaller_values_is_refused_as_well() {
    double[] telling = new double[20];
    Arrays.setAll(telling, i -> ARMS.get(i) == Arm.PIE ? i : 100 + i);
    assertThat(LeakTest.of(ARMS, Map.of(LeakFact.FILE_SIZE, List.of(telling))).passed()).isFalse();
  }

  @Test
  void equal_values_tell_nothing_and_are_called_the_same() {
    LeakTest.Row row =
        LeakTest.of(ARMS, Map.of(LeakFact.BIT_DEPTH, List.of(new double[20]))).rows().getFirst();
    assertThat(row.auc()).isEqualTo(0.5);
    assertThat(row.same()).isTrue();
    assertThat(row.interval()).isNotNull();
    assertThat(row.refused()).isFalse();
  }

  @Test
  void the_reader_whose_order_tells_most_counts() {
    double[] telling = new double[20];
    Arrays.setAll(telling, i -> ARMS.get(i) == Arm.PIE ? i : 100 + i);
    LeakTest test =
        LeakTest.of(ARMS, Map.of(LeakFact.READING_ORDER, List.of(new double[20], telling)));
    assertThat(test.rows())
        .singleElement()
        .matches(row -> row.auc() == 0)
        .matches(r -> r.refused());
  }

  @Test
  void the_interval_is_that_of_delong() {
    List<Arm> arms = arms(3, 4);
    double[] values = {3, 5, 9, 1, 2, 4, 5};
    LeakTest.Row row =
        LeakTest.of(arms, Map.of(LeakFact.FILE_SIZE, List.of(values))).rows().getFirst();
    // placements of PIEs: 2/4, 3.5/4, 1; of controls: 0, 0, 1/3, 0.5 (ties half)
    double s10 = variance(0.5, 0.875, 1.0);
    double s01 = variance(0, 0, 1.0 / 3, 0.5);
    double error = Math.sqrt(s10 / 3 + s01 / 4);
    assertThat(row.auc()).isCloseTo(9.5 / 12, within(1e-12));
    assertThat(row.interval()).isNotNull();
    assertThat(row.interval().low()).isCloseTo(9.5 / 12 - 1.959964 * error, within(1e-6));
    assertThat(row.interval().high()).isEqualTo(1);
  }

  @Test
  void few_cases_that_differ_by_chance_are_not_refused_but_two_kinds_of_images_are() {
    List<Arm> arms = arms(3, 3);
    LeakTest chance =
        LeakTest.of(
            arms, Map.of(LeakFact.WINDOW_CENTRE, List.of(new double[] {4, 5, 6, 1, 2, 4.5})));
    assertThat(chance.rows().getFirst().auc()).isGreaterThan(0.8);
    assertThat(chance.passed()).isTrue();
    LeakTest kinds =
        LeakTest.of(arms, Map.of(LeakFact.WIDTH, List.of(new double[] {8, 8, 8, 9, 9, 9})));
    assertThat(kinds.passed()).isFalse();
  }

  @Test
  void one_case_against_one_is_not_judged() {
    LeakTest test =
        LeakTest.of(arms(1, 1), Map.of(LeakFact.CASE_CODE, List.of(new double[] {1, 2})));
    assertThat(test.passed()).isTrue();
    assertThat(test.rows().getFirst().interval()).isNull();
  }

  private static Map<LeakFact, List<double[]>> harmlessBut(LeakFact fact, double[] telling) {
    Map<LeakFact, List<double[]>> facts = new EnumMap<>(LeakFact.class);
    for (LeakFact other : LeakFact.values()) {
      double[] values = new double[20];
      Arrays.setAll(values, i -> i % 10);
      facts.put(other, List.of(other == fact ? telling : values));
    }
    return facts;
  }

  private static List<Arm> arms(int pies, int controls) {
    List<Arm> arms = new ArrayList<>();
    for (int i = 0; i < pies + controls; i++) {
      arms.add(i < pies ? Arm.PIE : Arm.NON_PIE);
    }
    return arms;
  }

  private static double variance(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
