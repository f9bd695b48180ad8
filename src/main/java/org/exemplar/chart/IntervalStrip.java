package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.exemplar.chart.Mark.Text;
import org.exemplar.stats.Interval;

/** One estimate with its interval in a table row; all rows share one axis around 0.5. */
public final class IntervalStrip {
  private static final double WIDTH = 210;
  private static final double HEIGHT = 24;
  private static final double LOW = 0.25;
  private static final double HIGH = 1.0;

  private final Palette palette;

  public IntervalStrip(Palette palette) {
    this.palette = palette;
  }

  /** A row; whatever lies outside the axis is drawn at its edge. */
  public Drawing row(OptionalDouble value, Optional<Interval> interval) {
    List<Mark> marks = new ArrayList<>();
    double y = HEIGHT / 2;
    Pen dashed = Pen.of(palette.ink().muted(), 1).dashed(3.0, 3.0);
    marks.add(Path.line(x(0.5), 0, x(0.5), HEIGHT, dashed));
    interval.ifPresent(ends ->
        marks.add(
            Path.line(x(ends.low()), y, x(ends.high()), y, Pen.of(palette.ink().strong(), 1.5))));
    if (value.isPresent()) {
      double at = x(value.getAsDouble());
      marks.add(
          new Path(
              List.of(
                  new Point(at - 5, y),
                  new Point(at, y - 5),
                  new Point(at + 5, y),
                  new Point(at, y + 5)),
              true,
              Fill.of(palette.ink().accent()),
              null));
    }
    String words =
        value.isPresent() ? "Estimate " + Figures.decimals(value.getAsDouble(), 2) : "No estimate";
    return new Drawing(WIDTH, HEIGHT, words + ".", marks);
  }

  /** The axis below the rows. */
  public Drawing axis() {
    List<Mark> marks = new ArrayList<>();
    for (int tenth = 3; tenth <= 9; tenth += 2) {
      Lettering type = Lettering.of(11, palette.ink().muted()).centred();
      marks.add(new Text(x(tenth / 10.0), 11, Figures.decimals(tenth / 10.0, 1), type));
    }
    return new Drawing(WIDTH, 14, "Axis from 0.3 to 0.9.", marks);
  }

  private static double x(double value) {
    return (Math.clamp(value, LOW, HIGH) - LOW) / (HIGH - LOW) * (WIDTH - 12) + 6;
  }
}
