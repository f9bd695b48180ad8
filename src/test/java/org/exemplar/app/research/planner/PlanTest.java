package org.exemplar.app.research.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.exemplar.analysis.Planner;
import org.exemplar.app.chart.Cells;
import org.exemplar.app.chart.Lines;
import org.exemplar.chart.Palette;
import org.exemplar.stats.mrmc.Assumption;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.Test;

class PlanTest {
  @Test
  void the_plan_is_the_planners_own_number() {
    Planner.Row expected =
        Planner.plan(
                "x",
                Assumption.FIVE_LEVELS,
                new Planner.Request(List.of(6), List.of(40), 1, 0.05, OptionalDouble.empty()))
            .stream()
            .filter(r -> r.effect() == Planner.ReaderEffect.DIFFER)
            .findFirst()
            .orElseThrow();
    assertThat(Plan.usual().row().power()).isEqualTo(expected.power());
    assertThat(Plan.usual().row().halfWidth()).isEqualTo(expected.halfWidth());
  }

  @Test
  void more_questions_cost_power_and_readers_alike_give_some_back() {
    Plan plan = Plan.usual();
    assertThat(plan.over(3).row().power()).isLessThan(plan.row().power());
    assertThat(plan.with(Planner.ReaderEffect.ALIKE).row().power())
        .isGreaterThan(plan.row().power());
    assertThat(plan.with(new Plan.Size(6, 40, 2)).row().power()).isLessThan(plan.row().power());
    assertThat(plan.withAuc(0.75).row().power()).isGreaterThan(plan.row().power());
  }

  @Test
  void groups_never_exceed_what_can_be_dealt() {
    assertThat(Plan.usual().with(new Plan.Size(2, 40, 5)).size().groups()).isEqualTo(2);
    assertThat(Plan.usual().with(new Plan.Size(5, 40, 5)).row(3, 40).power()).isPositive();
  }

  @Test
  void one_cell_of_the_table_is_ringed_and_choosing_a_cell_plans_it() {
    Plan plan = Plan.usual().with(new Plan.Size(7, 50, 1));
    Cells table = PowerCharts.table(plan);
    List<Cells.Cell> ringed =
        table.rows().stream().flatMap(r -> r.cells().stream()).filter(Cells.Cell::ringed).toList();
    assertThat(ringed).hasSize(1);
    assertThat(ringed.getFirst().value()).hasValue(plan.row().power());
    assertThat(PowerCharts.at(plan, 0)).isEqualTo(new Plan.Size(3, 40, 1));
    assertThat(table.paint(Palette.DARK, 700).spots())
        .hasSize(plan.readers().size() * plan.columns().size());
  }

  @Test
  void the_planned_readers_are_the_subject_of_the_curves() {
    Lines lines = PowerCharts.curves(Plan.usual());
    assertThat(lines.series().getLast().name()).isEqualTo("6 readers");
    assertThat(lines.series().getLast().subject()).isTrue();
    assertThat(lines.extras().flags().stream().map(Lines.Flag::words))
        .anyMatch(w -> w.startsWith("80 % at about "))
        .anyMatch(w -> w.endsWith(" % at 40 cases"));
    assertThat(lines.fact()).startsWith("Power 48 per cent with 6 readers and 40 cases.");
  }

  @Test
  void the_advice_names_readers_with_whom_no_number_of_cases_is_enough() {
    assertThat(Plan.usual().advice())
        .contains("80 % needs about 150 cases with 6 readers")
        .contains("with 4 readers or fewer no number of cases gets there");
  }

  @Test
  void a_check_by_simulation_finds_about_the_planned_power_and_can_be_stopped() {
    Planner.Row row = Plan.usual().row();
    SimulationCheck check = SimulationCheck.of(row, 300, 7, Progress.NONE, new Cancellation());
    assertThat(check.studies()).isEqualTo(300);
    assertThat(check.power()).isBetween(row.power() - 0.12, row.power() + 0.12);
    assertThat(check.words()).contains("300 simulated studies");
    Cancellation stopped = new Cancellation();
    stopped.cancel();
    assertThatThrownBy(() -> SimulationCheck.of(row, 300, 7, Progress.NONE, stopped))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void a_check_goes_when_the_plan_changes_and_a_late_one_is_not_taken() {
    PlannerViewModel model = new PlannerViewModel();
    Plan before = model.plan();
    SimulationCheck check = new SimulationCheck(0.48, 0.47, 0.01, 2000);
    model.checked(before, check);
    assertThat(model.checkProperty().get()).isEqualTo(check);
    model.change(p -> p.with(new Plan.Size(8, 60, 1)));
    assertThat(model.checkProperty().get()).isNull();
    model.checked(before, check);
    assertThat(model.checkProperty().get()).isNull();
    assertThat(model.protocolText())
        .contains("8 readers and 60 cases (30 PIE, 30 non-PIE)")
        .contains("typical values");
  }
}
