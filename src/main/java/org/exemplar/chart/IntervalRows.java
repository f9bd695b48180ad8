package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.chart.Mark.Disc;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Text;
import org.exemplar.stats.Interval;

/** One named estimate a row with its interval, on an axis around "no difference" at 0. */
public final class IntervalRows {
  private static final double LABEL = 190;
  private static final double NUMBERS = 150;
  private static final double ROW = 19;
  private static final double TOP = 10;

  private final Palette palette;

  public IntervalRows(Palette palette) {
    this.palette = palette;
  }

  /** One estimate and its 95 % interval. */
  public record Row(String name, double value, Interval interval) {}

  /**
   * Draws at a width.
   *
   * @param title of the axis
   */
  public Drawing draw(List<Row> rows, String title, double width) {
    double reach = 0.01;
    for (Row row : rows) {
      reach =
          Math.max(reach, Math.max(Math.abs(row.interval.low()), Math.abs(row.interval.high())));
    }
    double from = LABEL;
    double to = width - NUMBERS;
    double bottom = TOP + rows.size() * ROW;
    List<Mark> marks = new ArrayList<>();
    Lettering muted = Lettering.of(11, palette.ink().muted());
    for (int i = -2; i <= 2; i++) {
      double value = reach * i / 2;
      double x = place(value, reach, from, to);
      Pen pen = Pen.of(i == 0 ? palette.ink().muted() : palette.ink().line(), 1);
      marks.add(Path.line(x, TOP, x, bottom, i == 0 ? pen.dashed(3.0, 3.0) : pen));
      marks.add(new Text(x, bottom + 15, Figures.decimals(value, 2), muted.centred()));
    }
    double y = TOP + ROW / 2;
    for (Row row : rows) {
      row(marks, row, y, place(row.value, reach, from, to), width);
      double low = place(row.interval.low(), reach, from, to);
      double high = place(row.interval.high(), reach, from, to);
      marks.add(Path.line(low, y, high, y, Pen.of(palette.ink().strong(), 1.5)));
      y += ROW;
    }
    marks.add(new Text((from + to) / 2, bottom + 32, title, muted.centred()));
    return new Drawing(width, bottom + 40, title + ", " + rows.size() + " rows.", marks);
  }

  private void row(List<Mark> marks, Row row, double y, double x, double width) {
    Lettering name = Lettering.of(12, palette.ink().strong());
    marks.add(new Text(0, y + 4, row.name, name));
    marks.add(new Disc(x, y, 4, Fill.of(palette.arms().pie())));
    marks.add(new Text(width - 100, y + 4, Figures.decimals(row.value, 2), name.right()));
    String ends = Figures.range(row.interval.low(), row.interval.high(), 2);
    marks.add(new Text(width, y + 4, ends, Lettering.of(11, palette.ink().muted()).right()));
  }

  private static double place(double value, double reach, double from, double to) {
    return from + (value + reach) / (2 * reach) * (to - from);
  }
}
