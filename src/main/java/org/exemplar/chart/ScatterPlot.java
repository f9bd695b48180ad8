package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.exemplar.chart.Mark.Disc;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Text;

/** Points by two numbers, some of them in the colour of PIEs, named where there is a name. */
public final class ScatterPlot {
  private static final double LEFT = 56;
  private static final double RIGHT = 16;
  private static final double TOP = 12;
  private static final double BOTTOM = 42;
  private static final int STEPS = 4;

  private final Palette palette;

  public ScatterPlot(Palette palette) {
    this.palette = palette;
  }

  /**
   * One point.
   *
   * @param name written beside it; empty: none
   * @param marked whether in the colour of PIEs
   */
  public record Point(double x, double y, String name, boolean marked) {}

  /**
   * One axis.
   *
   * @param title what it shows
   * @param logarithmic whether equal steps are equal ratios
   */
  public record Axis(String title, boolean logarithmic) {}

  /**
   * Draws at a size.
   *
   * @param points those with an infinite value, or none above 0 on a logarithmic axis, are left out
   */
  public Drawing draw(List<Point> points, Axis x, Axis y, double width, double height) {
    List<Point> usable = points.stream().filter(p -> usable(p.x, x) && usable(p.y, y)).toList();
    Scale across = Scale.of(usable, Point::x, x, LEFT, width - RIGHT);
    Scale up = Scale.of(usable, Point::y, y, height - BOTTOM, TOP);
    List<Mark> marks = new ArrayList<>();
    axes(marks, across, up, width, height);
    Lettering word = Lettering.of(10, palette.ink().strong());
    for (boolean marked : new boolean[] {false, true}) {
      for (Point point : usable) {
        if (point.marked == marked) {
          String colour = marked ? palette.arms().pie() : palette.arms().nonPie();
          double px = across.at(point.x);
          double py = up.at(point.y);
          marks.add(new Disc(px, py, 3, new Fill(colour, 0.8)));
          boolean atEnd = px > width - 140;
          marks.add(
              new Text(px + (atEnd ? -6 : 6), py + 3, point.name, atEnd ? word.right() : word));
        }
      }
    }
    marks.removeIf(mark -> mark instanceof Text text && text.words().isEmpty());
    return new Drawing(
        width, height, usable.size() + " points: " + y.title + " by " + x.title + ".", marks);
  }

  private static boolean usable(double value, Axis axis) {
    return Double.isFinite(value) && (!axis.logarithmic || value > 0);
  }

  private void axes(List<Mark> marks, Scale across, Scale up, double width, double height) {
    Lettering muted = Lettering.of(11, palette.ink().muted());
    Pen line = Pen.of(palette.ink().line(), 1);
    for (int i = 0; i <= STEPS; i++) {
      double x = across.place(i);
      double y = up.place(i);
      marks.add(Path.line(x, TOP, x, height - BOTTOM, line));
      marks.add(Path.line(LEFT, y, width - RIGHT, y, line));
      Lettering below = i == 0 ? muted : i == STEPS ? muted.right() : muted.centred();
      marks.add(new Text(x, height - BOTTOM + 16, across.label(i), below));
      marks.add(new Text(LEFT - 6, y + 4, up.label(i), muted.right()));
    }
    marks.add(new Text((LEFT + width - RIGHT) / 2, height - 8, across.axis.title, muted.centred()));
    marks.add(new Text(LEFT + 6, TOP + 12, up.axis.title, muted));
  }

  /** From values to pixels. */
  private record Scale(Axis axis, double low, double high, double from, double to) {
    static Scale of(
        List<Point> points, ToDoubleFunction<Point> value, Axis axis, double from, double to) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (Point point : points) {
        double v =
            axis.logarithmic ? Math.log(value.applyAsDouble(point)) : value.applyAsDouble(point);
        low = Math.min(low, v);
        high = Math.max(high, v);
      }
      if (!(low < high)) {
        double middle = points.isEmpty() ? 0 : low;
        low = middle - 0.5;
        high = middle + 0.5;
      }
      return new Scale(axis, low, high, from, to);
    }

    double at(double value) {
      double v = axis.logarithmic ? Math.log(value) : value;
      return from + (v - low) / (high - low) * (to - from);
    }

    double place(int step) {
      return from + step / (double) STEPS * (to - from);
    }

    String label(int step) {
      double v = low + step / (double) STEPS * (high - low);
      return axis.logarithmic
          ? Figures.decimals(Math.exp(v), 0)
          : Figures.decimals(v, high - low > 10 ? 0 : 2);
    }
  }
}
