package org.exemplar.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Palette;

/**
 * Numbers with their intervals, one row each, on one axis; a dashed line where nothing would be.
 *
 * @param fact the main fact in a sentence
 * @param scale the axis
 * @param none where the dashed line stands; empty for none
 * @param rows from top to bottom
 */
public record DotRows(String fact, Scale scale, OptionalDouble none, List<Row> rows)
    implements Painter {
  private static final double ROW = 26;
  private static final double TOP = 6;
  private static final double LETTER = 6.6;

  public DotRows {
    rows = List.copyOf(rows);
  }

  /** Which mark a row has. */
  public enum Dot {
    /** A plain one. */
    PLAIN,
    /** The PIE arm: an orange square. */
    PIE,
    /** The other arm: a blue circle. */
    NON_PIE,
    /** All together: a diamond. */
    OVERALL,
    /** Not to be relied on: hollow, with a dashed interval. */
    DOUBTFUL
  }

  /**
   * One row.
   *
   * @param name of the row
   * @param value empty where it is not defined
   * @param low of the interval; empty without one
   * @param high of the interval
   */
  public record Row(
      String name, OptionalDouble value, OptionalDouble low, OptionalDouble high, Dot dot) {
    /** A row without an interval. */
    public static Row of(String name, OptionalDouble value) {
      return new Row(name, value, OptionalDouble.empty(), OptionalDouble.empty(), Dot.PLAIN);
    }

    /** The same with another mark. */
    public Row as(Dot other) {
      return new Row(name, value, low, high, other);
    }

    boolean hasInterval() {
      return low.isPresent() && high.isPresent();
    }
  }

  @Override
  public Plot paint(Palette palette, double width) {
    boolean intervals = rows.stream().anyMatch(Row::hasInterval) && width > 300;
    double left =
        Math.min(
            width * 0.4,
            16 + LETTER * rows.stream().mapToInt(r -> r.name().length()).max().orElse(4));
    LinearAxis x = new LinearAxis(scale.low(), scale.high(), left, width - (intervals ? 132 : 52));
    double bottom = TOP + rows.size() * ROW;
    List<Mark> marks = new ArrayList<>();
    axis(marks, palette, x, bottom);
    List<Spot> spots = new ArrayList<>();
    double y = TOP + ROW / 2;
    for (Row row : rows) {
      if (row.dot() == Dot.OVERALL && !spots.isEmpty()) {
        marks.add(
            Path.line(0, y - ROW / 2 + 1, width, y - ROW / 2 + 1, Pen.of(palette.ink().line(), 1)));
      }
      row(marks, palette, row, x, y);
      numbers(marks, palette, row, width, y, intervals);
      spots.add(new Spot(0, y - ROW / 2 + 2, width, ROW - 4, words(row)));
      y += ROW;
    }
    double height = bottom + (scale.word().isEmpty() ? 22 : 40);
    return new Plot(new Drawing(width, height, fact, marks), spots);
  }

  private void axis(List<Mark> marks, Palette palette, LinearAxis x, double bottom) {
    Lettering word = Lettering.of(11, palette.ink().muted()).centred();
    for (double tick : x.ticks(x.to() - x.from() > 260 ? 6 : 4)) {
      marks.add(Path.line(x.at(tick), TOP, x.at(tick), bottom, Pen.of(palette.ink().line(), 1)));
      marks.add(new Mark.Text(x.at(tick), bottom + 16, scale.words(tick), word));
    }
    if (!scale.word().isEmpty()) {
      marks.add(new Mark.Text((x.from() + x.to()) / 2, bottom + 34, scale.word(), word));
    }
    none.ifPresent(at ->
        marks.add(
            Path.line(
                x.at(at),
                TOP,
                x.at(at),
                bottom,
                Pen.of(palette.ink().muted(), 1).dashed(4.0, 3.0))));
  }

  private static void row(List<Mark> marks, Palette palette, Row row, LinearAxis x, double y) {
    Lettering name = Lettering.of(12, palette.ink().strong());
    marks.add(new Mark.Text(0, y + 4, row.name(), row.dot() == Dot.OVERALL ? name.strong() : name));
    if (row.value().isEmpty()) {
      return;
    }
    double at = x.at(Math.clamp(row.value().getAsDouble(), x.low(), x.high()));
    if (row.hasInterval()) {
      Pen pen = Pen.of(colour(palette, row.dot()), 1.5);
      marks.add(
          Path.line(
              x.at(Math.clamp(row.low().getAsDouble(), x.low(), x.high())),
              y,
              x.at(Math.clamp(row.high().getAsDouble(), x.low(), x.high())),
              y,
              row.dot() == Dot.DOUBTFUL ? pen.dashed(4.0, 3.0) : pen));
    }
    marks.add(mark(palette, row.dot(), at, y));
  }

  private static String colour(Palette palette, Dot dot) {
    return switch (dot) {
      case PIE -> palette.arms().pie();
      case NON_PIE -> palette.arms().nonPie();
      case OVERALL -> palette.ink().accent();
      case PLAIN, DOUBTFUL -> palette.ink().muted();
    };
  }

  private static Mark mark(Palette palette, Dot dot, double at, double y) {
    Fill strong = Fill.of(palette.ink().strong());
    return switch (dot) {
      case PIE ->
          new Mark.Box(
              new Mark.Rectangle(at - 4.5, y - 4.5, 9, 9), 0, Fill.of(palette.arms().pie()), null);
      case NON_PIE -> new Mark.Disc(at, y, 4.5, Fill.of(palette.arms().nonPie()));
      case PLAIN -> new Mark.Disc(at, y, 4.5, strong);
      case OVERALL ->
          new Path(
              List.of(
                  new Mark.Point(at - 7, y),
                  new Mark.Point(at, y - 7),
                  new Mark.Point(at + 7, y),
                  new Mark.Point(at, y + 7)),
              true,
              Fill.of(palette.ink().accent()),
              null);
      case DOUBTFUL ->
          new Mark.Box(
              new Mark.Rectangle(at - 4, y - 4, 8, 8),
              4,
              Fill.of(palette.ink().ground()),
              Pen.of(palette.ink().muted(), 1.5));
    };
  }

  private void numbers(
      List<Mark> marks, Palette palette, Row row, double width, double y, boolean intervals) {
    Lettering value = Lettering.of(12, palette.ink().strong()).strong().right();
    Lettering ends = Lettering.of(11, palette.ink().muted()).right();
    double at = width - (intervals ? 84 : 0);
    if (row.value().isEmpty()) {
      marks.add(new Mark.Text(width, y + 4, "not defined", ends));
      return;
    }
    marks.add(new Mark.Text(at, y + 4, scale.words(row.value().getAsDouble()), value));
    if (intervals && row.hasInterval()) {
      marks.add(new Mark.Text(width, y + 4, interval(row).orElse(""), ends));
    }
  }

  private Optional<String> interval(Row row) {
    return row.hasInterval()
        ? Optional.of(
            scale.words(row.low().getAsDouble()).replace(" %", "")
                + "–"
                + scale.words(row.high().getAsDouble()))
        : Optional.empty();
  }

  private String words(Row row) {
    String value = row.value().isPresent() ? scale.words(row.value().getAsDouble()) : "not defined";
    return row.name() + " " + value + interval(row).map(i -> ", 95 % " + i).orElse("");
  }

  @Override
  public FigureData data() {
    return new FigureData(
        List.of("name", "value", "low", "high"),
        rows.stream()
            .map(r -> List.of(r.name(), plain(r.value()), plain(r.low()), plain(r.high())))
            .toList());
  }

  private static String plain(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}
