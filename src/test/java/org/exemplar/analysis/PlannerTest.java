package org.exemplar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerTest {
  @TempDir Path folder;

  private static Planner.Request request(List<Integer> readers, List<Integer> cases) {
    return new Planner.Request(readers, cases, 0.05, OptionalDouble.empty());
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
        Planner.plan("scale", Planner.SCALE, request(List.of(6, 10), List.of(40, 100)));
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
        new Planner.Request(List.of(6), List.of(40), 0.05, OptionalDouble.of(0.5));
    assertThat(Planner.plan("scale", Planner.SCALE, chance))
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
}
