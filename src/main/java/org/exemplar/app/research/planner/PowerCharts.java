package org.exemplar.app.research.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.exemplar.analysis.Planner;
import org.exemplar.app.chart.Cells;
import org.exemplar.app.chart.Lines;
import org.exemplar.app.chart.Scale;
import org.exemplar.chart.Figures;
import org.exemplar.chart.Mark;

/** A plan as charts: power against cases, and readers against cases. */
final class PowerCharts {
  private static final double HEIGHT = 352;

  private PowerCharts() {}

  /** One curve for each number of readers, the planned one in front. */
  static Lines curves(Plan plan) {
    List<Lines.Series> series = new ArrayList<>();
    Lines.Series subject = null;
    for (int readers : plan.readers()) {
      List<Mark.Point> points =
          plan.curve(readers).stream().map(r -> new Mark.Point(r.cases(), r.power())).toList();
      boolean mine = readers == plan.size().readers();
      Lines.Series line = new Lines.Series(readers + " readers", points, mine);
      if (mine) {
        subject = line;
      } else {
        series.add(line);
      }
    }
    if (subject != null) {
      series.add(subject);
    }
    Planner.Row row = plan.row();
    return new Lines(
        fact(plan, row),
        Scale.decimals(Plan.FEWEST_CASES, Plan.MOST_CASES, "cases, half of them PIEs", 0),
        Scale.percent(0, 1, ""),
        series,
        new Lines.Extras(Optional.of(Plan.WANTED), flags(plan, row), HEIGHT));
  }

  private static String fact(Plan plan, Planner.Row row) {
    return "Power "
        + Figures.percent(row.power())
        + " per cent with "
        + row.readers()
        + " readers and "
        + row.cases()
        + " cases. "
        + plan.advice();
  }

  private static List<Lines.Flag> flags(Plan plan, Planner.Row row) {
    List<Lines.Flag> flags = new ArrayList<>();
    OptionalInt needed =
        plan.size().groups() > 1 ? OptionalInt.empty() : plan.casesFor(row.readers());
    if (needed.isPresent()
        && needed.getAsInt() >= Plan.FEWEST_CASES
        && needed.getAsInt() <= Plan.MOST_CASES) {
      flags.add(
          new Lines.Flag(
              new Mark.Point(needed.getAsInt(), Plan.WANTED),
              "80 % at about " + Plan.about(needed.getAsInt()),
              false));
    }
    if (row.cases() <= Plan.MOST_CASES && row.cases() >= Plan.FEWEST_CASES) {
      flags.add(
          new Lines.Flag(
              new Mark.Point(row.cases(), row.power()),
              Figures.percent(row.power()) + " % at " + row.cases() + " cases",
              true));
    }
    return flags;
  }

  /** Power and half width of the interval for readers by cases, the plan ringed. */
  static Cells table(Plan plan) {
    List<Cells.Row> rows = new ArrayList<>();
    for (int readers : plan.readers()) {
      List<Cells.Cell> cells = new ArrayList<>();
      for (int cases : plan.columns()) {
        cells.add(cell(plan, plan.row(readers, cases)));
      }
      rows.add(new Cells.Row(readers + " readers", cells));
    }
    return new Cells(
        fact(plan, plan.row()),
        plan.columns().stream().map(n -> n + " cases").toList(),
        rows,
        new Cells.Look(1, 36, Plan.WANTED));
  }

  private static Cells.Cell cell(Plan plan, Planner.Row row) {
    String power = Figures.percent(row.power()) + " %";
    String width = "±" + Figures.decimals(row.halfWidth(), 2);
    return new Cells.Cell(
        OptionalDouble.of(row.power()),
        power,
        width,
        row.readers() == plan.size().readers() && row.cases() == plan.size().cases(),
        row.readers() + " readers, " + row.cases() + " cases: power " + power + ", " + width);
  }

  /** The design behind a cell of the table. */
  static Plan.Size at(Plan plan, int cell) {
    int columns = plan.columns().size();
    return new Plan.Size(
        plan.readers().get(cell / columns),
        plan.columns().get(cell % columns),
        plan.size().groups());
  }
}
