package org.exemplar.app.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.exemplar.chart.Palette;

/**
 * Lines over a number, named at their right ends, one of them the subject.
 *
 * @param fact the main fact in a sentence
 * @param x the axis below
 * @param y the axis at the left
 * @param series the lines; those in front last
 * @param extras what else is drawn
 */
public record Lines(String fact, Scale x, Scale y, List<Series> series, Extras extras)
    implements Painter {
  private static final double LEFT = 48;
  private static final double TOP = 12;
  private static final double APART = 16;

  public Lines {
    series = List.copyOf(series);
  }

  /**
   * A line.
   *
   * @param name at its right end; empty leaves it unnamed
   * @param points ascending in x
   * @param subject whether it is the one that the chart is about
   */
  public record Series(String name, List<Point> points, boolean subject) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * What else is drawn.
   *
   * @param threshold a dashed horizontal line at a value; empty for none
   * @param flags singled out points of the subject
   * @param height of the chart in px of the design
   */
  public record Extras(Optional<Double> threshold, List<Flag> flags, double height) {
    public Extras {
      flags = List.copyOf(flags);
    }
  }

  /**
   * A singled out point.
   *
   * @param at its values
   * @param words beside it
   * @param here whether it is where one stands, with a dropped line; else a hollow ring
   */
  public record Flag(Point at, String words, boolean here) {}

  @Override
  public Plot paint(Palette palette, double width) {
    double height = extras.height();
    boolean named = series.stream().anyMatch(s -> !s.name().isEmpty());
    double bottom = height - (x.word().isEmpty() ? 24 : 42);
    LinearAxis across = new LinearAxis(x.low(), x.high(), LEFT, width - (named ? 92 : 12));
    LinearAxis up = new LinearAxis(y.low(), y.high(), bottom, TOP);
    List<Mark> marks = new ArrayList<>();
    grid(marks, palette, across, up);
    for (Series each : series) {
      line(marks, palette, each, across, up);
    }
    names(marks, palette, across, up);
    for (Flag flag : extras.flags()) {
      flag(marks, palette, flag, across, up);
    }
    return new Plot(new Drawing(width, height, fact, marks), spots(across, up));
  }

  private void grid(List<Mark> marks, Palette palette, LinearAxis across, LinearAxis up) {
    Lettering word = Lettering.of(11, palette.ink().muted());
    for (double tick : up.ticks(6)) {
      double at = up.at(tick);
      marks.add(Path.line(across.from(), at, across.to(), at, Pen.of(palette.ink().line(), 1)));
      marks.add(new Mark.Text(LEFT - 8, at + 4, y.words(tick), word.right()));
    }
    for (double tick : across.ticks(across.to() - across.from() > 420 ? 10 : 5)) {
      marks.add(new Mark.Text(across.at(tick), up.from() + 18, x.words(tick), word.centred()));
    }
    if (!x.word().isEmpty()) {
      marks.add(
          new Mark.Text(
              (across.from() + across.to()) / 2, up.from() + 36, x.word(), word.centred()));
    }
    if (!y.word().isEmpty()) {
      marks.add(new Mark.Text(across.from() + 4, TOP + 4, y.word(), word));
    }
    extras
        .threshold()
        .ifPresent(at ->
            marks.add(
                Path.line(
                    across.from(),
                    up.at(at),
                    across.to(),
                    up.at(at),
                    Pen.of(palette.arms().pieText(), 1).dashed(4.0, 3.0))));
  }

  private static void line(
      List<Mark> marks, Palette palette, Series each, LinearAxis across, LinearAxis up) {
    Pen pen =
        each.subject()
            ? Pen.of(palette.ink().accent(), 2.25)
            : Pen.of(palette.ink().muted(), 1.5).faint(0.75);
    List<Point> points =
        each.points().stream().map(p -> new Point(across.at(p.x()), up.at(p.y()))).toList();
    if (points.size() > 1) {
      marks.add(new Path(points, false, null, pen));
    } else if (points.size() == 1) {
      marks.add(
          new Mark.Disc(
              points.getFirst().x(), points.getFirst().y(), 2.5, new Fill(pen.colour(), 1)));
    }
  }

  private void names(List<Mark> marks, Palette palette, LinearAxis across, LinearAxis up) {
    List<Series> named =
        series.stream()
            .filter(s -> !s.name().isEmpty() && !s.points().isEmpty())
            .sorted(Comparator.comparingDouble(s -> up.at(s.points().getLast().y())))
            .toList();
    double before = -APART;
    double[] places = new double[named.size()];
    for (int i = 0; i < named.size(); i++) {
      places[i] = Math.max(before + APART, up.at(named.get(i).points().getLast().y()));
      before = places[i];
    }
    double over = named.isEmpty() ? 0 : Math.max(0, before - up.from());
    for (int i = 0; i < named.size(); i++) {
      Series each = named.get(i);
      Lettering type =
          each.subject()
              ? Lettering.of(12, palette.ink().strong()).strong()
              : Lettering.of(12, palette.ink().muted());
      marks.add(new Mark.Text(across.to() + 10, places[i] - over + 4, each.name(), type));
    }
  }

  private static void flag(
      List<Mark> marks, Palette palette, Flag flag, LinearAxis across, LinearAxis up) {
    double at = across.at(flag.at().x());
    double high = up.at(flag.at().y());
    if (flag.here()) {
      Pen drop = Pen.of(palette.ink().accent(), 1.5).dashed(3.0, 3.0);
      marks.add(Path.line(at, high, at, up.from(), drop));
      marks.add(new Mark.Disc(at, high, 5, Fill.of(palette.ink().accent())));
    } else {
      marks.add(new Mark.Disc(at, high, 6, Fill.of(palette.arms().pie())));
      marks.add(new Mark.Disc(at, high, 4, Fill.of(palette.ink().ground())));
    }
    boolean right = at + 12 + 6.8 * flag.words().length() < across.to() + 80;
    Lettering type = Lettering.of(12, palette.ink().strong()).strong();
    double from = right ? at + (flag.here() ? 12 : 8) : at - 10;
    marks.add(new Mark.Text(from, high + 18, flag.words(), right ? type : type.right()));
  }

  private List<Spot> spots(LinearAxis across, LinearAxis up) {
    List<Spot> spots = new ArrayList<>();
    for (Series each : series.reversed()) {
      boolean crowded = each.points().size() > 24;
      for (int i = 0; i < each.points().size(); i++) {
        Point p = each.points().get(i);
        if (!crowded || i % 5 == 0 || i == each.points().size() - 1) {
          String name = each.name().isEmpty() ? "" : each.name() + ", ";
          spots.add(
              Spot.around(
                  across.at(p.x()),
                  up.at(p.y()),
                  5,
                  name + x.words(p.x()) + ": " + y.words(p.y())));
        }
      }
    }
    return spots;
  }

  @Override
  public FigureData data() {
    List<List<String>> rows = new ArrayList<>();
    for (Series each : series) {
      each.points()
          .forEach(
              p -> rows.add(List.of(each.name(), Double.toString(p.x()), Double.toString(p.y()))));
    }
    return new FigureData(List.of("line", "x", "y"), rows);
  }
}
