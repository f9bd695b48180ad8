package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.exemplar.chart.Mark.Box;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.exemplar.chart.Mark.Rectangle;
import org.exemplar.chart.Mark.Text;
import org.exemplar.stats.Interval;

/**
 * Estimates with their intervals, one row each: squares for readers, a diamond for all together, a
 * dashed line where there is no effect.
 */
public final class ForestPlot {
  private static final double LABEL = 48;
  private static final double NUMBERS = 132;
  private static final double ROW = 23;
  private static final double TOP = 8;

  private final Palette palette;

  public ForestPlot(Palette palette) {
    this.palette = palette;
  }

  /**
   * What is drawn.
   *
   * @param rows from top to bottom
   * @param overall last row, a diamond; empty where there is none
   * @param none the value without effect, e.g. 0.5
   */
  public record Estimates(List<Row> rows, Optional<Row> overall, double none) {
    public Estimates {
      rows = List.copyOf(rows);
    }

    Stream<Row> all() {
      return Stream.concat(rows.stream(), overall.stream());
    }
  }

  /**
   * One estimate.
   *
   * @param name of the reader
   * @param value empty where it is not defined
   * @param interval 95 %; empty where there is none
   */
  public record Row(String name, OptionalDouble value, Optional<Interval> interval) {}

  /** Draws at a width; the axis covers all intervals within 0…1. */
  public Drawing draw(Estimates estimates, double width) {
    Axis axis = Axis.covering(estimates, LABEL, width - NUMBERS);
    List<Mark> marks = new ArrayList<>();
    double bottom =
        TOP + estimates.rows().size() * ROW + (estimates.overall().isPresent() ? ROW + 8 : 0);
    for (double tick : axis.ticks()) {
      double x = axis.x(tick);
      marks.add(Path.line(x, TOP, x, bottom, Pen.of(palette.ink().line(), 1)));
      Lettering type = Lettering.of(11, palette.ink().muted()).centred();
      marks.add(new Text(x, bottom + 15, Figures.decimals(tick, 1), type));
    }
    double none = axis.x(estimates.none());
    marks.add(
        Path.line(none, TOP, none, bottom, Pen.of(palette.ink().muted(), 1).dashed(3.0, 3.0)));
    double y = TOP + ROW / 2;
    for (Row row : estimates.rows()) {
      reader(marks, row, axis, y);
      numbers(marks, row, width, y, false);
      y += ROW;
    }
    if (estimates.overall().isPresent()) {
      marks.add(
          Path.line(0, y - ROW / 2 + 2, width, y - ROW / 2 + 2, Pen.of(palette.ink().line(), 1)));
      overall(marks, estimates.overall().get(), axis, y + 5);
      numbers(marks, estimates.overall().get(), width, y + 5, true);
    }
    return new Drawing(width, bottom + 22, describe(estimates), marks);
  }

  /** The numbers of the estimates. */
  public static Chart.Data data(Estimates estimates) {
    List<List<String>> rows =
        estimates
            .all()
            .map(row ->
                List.of(
                    row.name(),
                    Chart.cell(row.value()),
                    row.interval().map(ends -> Chart.cell(ends.low())).orElse(""),
                    row.interval().map(ends -> Chart.cell(ends.high())).orElse("")))
            .toList();
    return new Chart.Data(List.of("reader", "estimate", "ci_low", "ci_high"), rows);
  }

  private void reader(List<Mark> marks, Row row, Axis axis, double y) {
    String ink = palette.ink().strong();
    row.interval()
        .ifPresent(ends ->
            marks.add(Path.line(axis.x(ends.low()), y, axis.x(ends.high()), y, Pen.of(ink, 1.5))));
    if (row.value().isPresent()) {
      double x = axis.x(row.value().getAsDouble());
      marks.add(new Box(new Rectangle(x - 4, y - 4, 8, 8), 0, Fill.of(ink), null));
    }
  }

  private void overall(List<Mark> marks, Row row, Axis axis, double y) {
    if (row.value().isEmpty()) {
      return;
    }
    double x = axis.x(row.value().getAsDouble());
    double low = row.interval().map(ends -> axis.x(ends.low())).orElse(x - 6);
    double high = row.interval().map(ends -> axis.x(ends.high())).orElse(x + 6);
    marks.add(
        new Path(
            List.of(
                new Point(low, y), new Point(x, y - 7), new Point(high, y), new Point(x, y + 7)),
            true,
            Fill.of(palette.ink().accent()),
            null));
  }

  private void numbers(List<Mark> marks, Row row, double width, double y, boolean bold) {
    Lettering name = Lettering.of(12, palette.ink().strong());
    marks.add(new Text(0, y + 4, row.name(), bold ? name.strong() : name));
    String value =
        row.value().isPresent() ? Figures.decimals(row.value().getAsDouble(), 2) : "\u2013";
    marks.add(new Text(width - 86, y + 4, value, bold ? name.strong().right() : name.right()));
    String ends = row.interval().map(each -> Figures.range(each.low(), each.high(), 2)).orElse("");
    marks.add(new Text(width, y + 4, ends, Lettering.of(11, palette.ink().muted()).right()));
  }

  private static String describe(Estimates estimates) {
    return estimates
        .overall()
        .filter(row -> row.value().isPresent())
        .map(row ->
            row.name()
                + " "
                + Figures.decimals(row.value().orElseThrow(), 2)
                + row.interval()
                    .map(ends ->
                        ", 95 per cent interval " + Figures.range(ends.low(), ends.high(), 2))
                    .orElse("")
                + "; "
                + estimates.rows().size()
                + " readers.")
        .orElse("Estimates of " + estimates.rows().size() + " readers.");
  }

  /** Values to places; whatever lies outside is drawn at the edge. */
  private record Axis(double low, double high, double left, double right) {
    static Axis covering(Estimates estimates, double left, double right) {
      double low = estimates.none() - 0.2;
      double high = estimates.none() + 0.2;
      for (Row row : estimates.all().toList()) {
        if (row.value().isPresent()) {
          low = Math.min(low, row.value().getAsDouble());
          high = Math.max(high, row.value().getAsDouble());
        }
        if (row.interval().isPresent()) {
          low = Math.min(low, row.interval().get().low());
          high = Math.max(high, row.interval().get().high());
        }
      }
      return new Axis(
          Math.max(0, Math.floor(low * 10) / 10),
          Math.min(1, Math.ceil(high * 10) / 10),
          left,
          right);
    }

    double x(double value) {
      double inside = Math.clamp(value, low, high);
      return left + (inside - low) / (high - low) * (right - left);
    }

    List<Double> ticks() {
      double step = high - low > 0.55 ? 0.2 : 0.1;
      List<Double> ticks = new ArrayList<>();
      long first = (long) Math.ceil(low / step - 1e-9);
      for (long k = first; k * step <= high + 1e-9; k++) {
        ticks.add(k * step);
      }
      return ticks;
    }
  }
}
