package org.exemplar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.exemplar.problem.Problem;
import org.exemplar.stats.mrmc.Assumption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
  @TempDir Path folder;

  private static Planner.Request request(List<Integer> readers, List<Integer> cases) {
    return new Planner.Request(readers, cases, 1, 0.05, OptionalDouble.empty());
  }

  private Results pilot(String table) {
    Path csv = RatingTables.unpack("ratings-mrmc/" + table + ".csv", folder);
    Results results = RatingTables.analyze(RatingsCsv.read(csv));
    Path file = folder.resolve("results.json");
    ResultsJson.write(results, file);
    return ResultsJson.read(file);
  }

  @Test
  void a_pilot_read_from_its_file_plans_each_question_for_alike_and_differing_readers() {
    List<Planner.Row> rows =
        Planner.plan(pilot("a03_weak"), request(List.of(4, 6), List.of(40, 100)));
    assertThat(rows).hasSize(3 * 2 * 2 * 2);
    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row.power()).isBetween(0.05, 1.0);
          assertThat(row.halfWidth()).isBetween(0.0, 0.5);
        });
  }

  @Test
  void power_grows_with_cases_and_readers_and_falls_where_readers_differ() {
    List<Planner.Row> rows =
        Planner.plan("scale", Assumption.FIVE_LEVELS, request(List.of(6, 10), List.of(40, 100)));
    assertThat(rows)
        .extracting(Planner.Row::power)
        .element(0)
        .satisfies(power -> assertThat(power).isCloseTo(0.556, within(0.03)));
    for (int half = 0; half < 8; half += 4) {
      assertThat(rows.get(half + 1).power()).isGreaterThan(rows.get(half).power());
      assertThat(rows.get(half + 2).power()).isGreaterThan(rows.get(half).power());
      assertThat(rows.get(half + 1).halfWidth()).isLessThan(rows.get(half).halfWidth());
    }
    assertThat(rows.get(5).power()).isLessThan(rows.get(1).power());
  }

  @Test
  void another_auc_can_be_planned_for_than_the_pilots() {
    Planner.Request chance =
        new Planner.Request(List.of(6), List.of(40), 1, 0.05, OptionalDouble.of(0.5));
    assertThat(Planner.plan("scale", Assumption.FIVE_LEVELS, chance))
        .allSatisfy(row -> assertThat(row.power()).isCloseTo(0.05, within(1e-9)));
  }

  @Test
  void a_pilot_of_one_reader_and_impossible_requests_are_problems_in_words() {
    Results single = pilot("a13_one_reader");
    Planner.Request fine = request(List.of(4), List.of(40));
    assertThatThrownBy(() -> Planner.plan(single, fine))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("two readers");
    assertThatThrownBy(() -> request(List.of(1), List.of(40))).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> request(List.of(4), List.of(2))).isInstanceOf(Problem.class);
  }

  @Test
  void holm_plans_each_question_at_the_level_divided_by_their_number() {
    Planner.Request alone = request(List.of(6), List.of(40));
    Planner.Row one = Planner.plan("scale", Assumption.FIVE_LEVELS, alone).getFirst();
    Planner.Row three = Planner.plan("scale", Assumption.FIVE_LEVELS, alone.holm(3)).getFirst();
    assertThat(three.level()).isCloseTo(0.05 / 3, within(1e-15));
    assertThat(three.power()).isLessThan(one.power());
    assertThat(three.halfWidth()).isGreaterThan(one.halfWidth());
    assertThat(three.casesFor(0.8).orElseThrow()).isGreaterThan(one.casesFor(0.8).orElseThrow());
    assertThatThrownBy(() -> alone.holm(0)).isInstanceOf(Problem.class);
  }

  @Test
  void a_split_plot_is_planned_by_groups_and_impossible_groups_are_problems() {
    Planner.Request split =
        new Planner.Request(List.of(6), List.of(60), 3, 0.05, OptionalDouble.empty());
    Planner.Request crossed = request(List.of(6), List.of(60));
    for (int k = 0; k < 2; k++) {
      assertThat(Planner.plan("scale", Assumption.FIVE_LEVELS, split).get(k).halfWidth())
          .isGreaterThan(Planner.plan("scale", Assumption.FIVE_LEVELS, crossed).get(k).halfWidth());
    }
    assertThatThrownBy(
            () -> new Planner.Request(List.of(6), List.of(60), 7, 0.05, OptionalDouble.empty()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("6 readers cannot be dealt into 7 groups");
  }

  @Test
  void negative_components_of_a_pilot_count_as_zero_and_its_answers_give_the_thresholds() {
    Results pilot = pilot("a12_edge");
    List<Planner.Row> rows = Planner.plan(pilot, request(List.of(6), List.of(60)));
    boolean negative =
        pilot.questions().values().stream()
            .map(question -> question.mrmc().components())
            .anyMatch(c -> c.casePair().orElse(0) < 0 || c.reader().orElse(0) < 0);
    assertThat(negative).isTrue();
    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row.components()).isEqualTo(row.components().withoutNegatives());
          assertThat(row.assumption().thresholds()).isSorted().isNotEmpty();
        });
  }

  @Test
  void a_plan_checks_its_own_answer_by_drawing_studies_like_the_pilot() {
    List<Planner.Row> rows =
        Planner.plan(pilot("a03_weak"), request(List.of(6), List.of(40))).subList(0, 2);
    for (Planner.Row row : rows) {
      var simulated = row.simulate(400, 3);
      assertThat(simulated.auc()).isCloseTo(row.auc(), within(0.015));
      assertThat(simulated.power()).isCloseTo(row.power(), within(0.06 + 4 * simulated.error()));
      assertThat(simulated.studies()).isEqualTo(400);
    }
  }
}
