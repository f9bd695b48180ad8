package org.exemplar.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.exemplar.chart.Mark.Text;
import org.exemplar.chart.ScatterPlot.Axis;

/**
 * Lines over a number, named at their right ends. The first four are told apart by colour and dash,
 * all others are gray; a line may have its spread as a band.
 */
public final class LineChart {
  private static final double LEFT = 56;
  private static final double TOP = 14;
  private static final double BOTTOM = 42;
  private static final double LETTER = 7.2;
  private static final double APART = 16;
  private static final List<List<Double>> DASHES =
      List.of(List.of(), List.of(7.0, 3.0), List.of(9.0, 3.0, 2.0, 3.0), List.of(2.0, 4.0));

  private final Palette palette;

  public LineChart(Palette palette) {
    this.palette = palette;
  }

  /**
   * One line.
   *
   * @param values one for each x; NaN breaks the line
   * @param low lower edge of its band, one for each x; empty without a band
   * @param high upper edge of its band; empty without a band
   */
  public record Line(String name, List<Double> values, List<Double> low, List<Double> high) {
    public Line {
      values = List.copyOf(values);
      low = List.copyOf(low);
      high = List.copyOf(high);
    }

    /** A line without a band. */
    public Line(String name, List<Double> values) {
      this(name, values, List.of(), List.of());
    }

    DoubleStream all() {
      return DoubleStream.concat(
          values.stream().mapToDouble(v -> v),
          DoubleStream.concat(low.stream().mapToDouble(v -> v), high.stream().mapToDouble(v -> v)));
    }

    double last() {
      return values.reversed().stream().filter(Double::isFinite).findFirst().orElse(Double.NaN);
    }
  }

  /**
   * What is drawn.
   *
   * @param x ascending, at least one
   */
  public record Plot(List<Double> x, List<Line> lines, Axis across, Axis up) {
    public Plot {
      x = List.copyOf(x);
      lines = List.copyOf(lines);
    }
  }

  private record Frame(List<Double> x, ScatterScale across, ScatterScale up) {
    Point at(int index, double value) {
      return new Point(across.at(x.get(index)), up.at(value));
    }
  }

  /** Draws at a size. */
  public Drawing draw(Plot plot, double width, double height) {
    int longest = plot.lines().stream().mapToInt(l -> l.name().length()).max().orElse(0);
    double right = width - Math.min(width * 0.4, 18 + LETTER * longest);
    Frame frame =
        new Frame(
            plot.x(),
            ScatterScale.of(plot.x().stream().mapToDouble(v -> v), plot.across(), LEFT, right),
            ScatterScale.of(
                plot.lines().stream().flatMapToDouble(Line::all), plot.up(), height - BOTTOM, TOP));
    List<Mark> marks = new ArrayList<>();
    grid(marks, frame);
    for (int i = plot.lines().size() - 1; i >= 0; i--) {
      band(marks, frame, plot.lines().get(i), colour(i));
    }
    for (int i = plot.lines().size() - 1; i >= 0; i--) {
      line(marks, frame, plot.lines().get(i), i);
    }
    names(marks, frame, plot.lines());
    return new Drawing(width, height, describe(plot), marks);
  }

  private String colour(int line) {
    return line < DASHES.size() ? palette.highlights().get(line) : palette.ink().muted();
  }

  private void grid(List<Mark> marks, Frame frame) {
    Lettering word = Lettering.of(11, palette.ink().muted());
    ScatterScale across = frame.across();
    ScatterScale up = frame.up();
    for (double tick : up.ticks(5)) {
      double y = up.at(tick);
      marks.add(Path.line(LEFT, y, across.to(), y, Pen.of(palette.ink().line(), 1)));
      marks.add(new Text(LEFT - 8, y + 4, up.words(tick), word.right()));
    }
    for (double tick : across.ticks(10)) {
      marks.add(new Text(across.at(tick), up.from() + 16, across.words(tick), word.centred()));
    }
    marks.add(
        new Text((LEFT + across.to()) / 2, up.from() + 34, across.axis().title(), word.centred()));
    marks.add(new Text(LEFT + 6, TOP - 2, up.axis().title(), word));
  }

  private static void band(List<Mark> marks, Frame frame, Line line, String colour) {
    List<Point> edge = new ArrayList<>();
    for (int i = 0; i < line.high().size(); i++) {
      if (Double.isFinite(line.high().get(i))) {
        edge.add(frame.at(i, line.high().get(i)));
      }
    }
    for (int i = line.low().size() - 1; i >= 0; i--) {
      if (Double.isFinite(line.low().get(i))) {
        edge.add(frame.at(i, line.low().get(i)));
      }
    }
    if (edge.size() > 2) {
      marks.add(new Path(edge, true, new Fill(colour, 0.13), null));
    }
  }

  private void line(List<Mark> marks, Frame frame, Line line, int index) {
    boolean coloured = index < DASHES.size();
    Pen pen = new Pen(colour(index), coloured ? 2 : 1, 1, coloured ? DASHES.get(index) : List.of());
    List<Point> run = new ArrayList<>();
    for (int i = 0; i <= line.values().size(); i++) {
      if (i < line.values().size() && Double.isFinite(line.values().get(i))) {
        run.add(frame.at(i, line.values().get(i)));
      } else {
        if (run.size() > 1) {
          marks.add(new Path(run, false, null, pen));
        } else if (run.size() == 1) {
          marks.add(
              new Mark.Disc(run.getFirst().x(), run.getFirst().y(), 3, Fill.of(pen.colour())));
        }
        run = new ArrayList<>();
      }
    }
  }

  /** Names at the right ends, pushed apart. */
  private void names(List<Mark> marks, Frame frame, List<Line> lines) {
    List<Integer> order =
        IntStream.range(0, lines.size())
            .boxed()
            .filter(i -> Double.isFinite(lines.get(i).last()))
            .sorted(Comparator.comparingDouble(i -> frame.up().at(lines.get(i).last())))
            .toList();
    double[] y = new double[order.size()];
    for (int i = 0; i < y.length; i++) {
      double wanted = frame.up().at(lines.get(order.get(i)).last());
      y[i] = i == 0 ? wanted : Math.max(wanted, y[i - 1] + APART);
    }
    double over = y.length == 0 ? 0 : Math.max(0, y[y.length - 1] - frame.up().from());
    for (int i = 0; i < y.length; i++) {
      int line = order.get(i);
      Lettering type = Lettering.of(12, colour(line)).strong();
      marks.add(new Text(frame.across().to() + 10, y[i] - over + 4, lines.get(line).name(), type));
    }
  }

  private static String describe(Plot plot) {
    List<String> ends = new ArrayList<>();
    for (Line line : plot.lines()) {
      if (Double.isFinite(line.last())) {
        ends.add(line.name() + " " + Figures.decimals(line.last(), 3));
      }
    }
    return plot.up().title()
        + " at "
        + plot.across().title()
        + " "
        + Figures.decimals(plot.x().getLast(), 2)
        + ": "
        + String.join(", ", ends)
        + ".";
  }
}
