package org.exemplar.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.exemplar.chart.Mark.Disc;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.exemplar.chart.Mark.Text;

/**
 * At which sparsity each finding is first forgotten, the first at the top: a disc where the median
 * crosses 20 %, a diamond at the first significant drop.
 */
public final class FirstDrops {
  private static final double LABEL = 190;
  private static final double NUMBERS = 136;
  private static final double ROW = 19;
  private static final double TOP = 26;

  private final Palette palette;

  public FirstDrops(Palette palette) {
    this.palette = palette;
  }

  /**
   * One finding.
   *
   * @param overTwenty sparsity at which the median crosses 20 %; empty: never
   * @param significant first sparsity with a significant drop; empty: none
   */
  public record Row(String finding, OptionalDouble overTwenty, OptionalDouble significant) {}

  /**
   * Draws at a width.
   *
   * @param highest sparsity that was looked at, above 0
   */
  public Drawing draw(List<Row> rows, double highest, double width) {
    List<Row> sorted =
        rows.stream()
            .sorted(
                Comparator.comparingDouble((Row r) -> r.overTwenty.orElse(2))
                    .thenComparingDouble(r -> r.significant.orElse(2)))
            .toList();
    double right = width - NUMBERS;
    double bottom = TOP + sorted.size() * ROW;
    List<Mark> marks = new ArrayList<>();
    Lettering muted = Lettering.of(11, palette.ink().muted());
    for (int tenth = 0; tenth / 10.0 <= highest + 1e-9; tenth += 2) {
      double x = place(tenth / 10.0, highest, right);
      marks.add(Path.line(x, TOP, x, bottom, Pen.of(palette.ink().line(), 1)));
      marks.add(new Text(x, bottom + 15, Figures.decimals(tenth / 10.0, 1), muted.centred()));
    }
    marks.add(new Text((LABEL + right) / 2, bottom + 32, "sparsity", muted.centred()));
    marks.add(new Text(right + 64, 16, "20 % drop", muted.right()));
    marks.add(new Text(width, 16, "significant", muted.right()));
    double y = TOP + ROW / 2;
    for (Row row : sorted) {
      row(marks, row, y, highest, width);
      y += ROW;
    }
    return new Drawing(width, bottom + 40, describe(sorted), marks);
  }

  private void row(List<Mark> marks, Row row, double y, double highest, double width) {
    double right = width - NUMBERS;
    Lettering name = Lettering.of(12, palette.ink().strong());
    Lettering muted = Lettering.of(12, palette.ink().muted());
    marks.add(new Text(0, y + 4, row.finding, name));
    marks.add(new Text(right + 64, y + 4, words(row.overTwenty), name.right()));
    marks.add(new Text(width, y + 4, words(row.significant), muted.right()));
    String ink = palette.highlights().getFirst();
    if (row.overTwenty.isPresent() && row.significant.isPresent()) {
      marks.add(
          Path.line(
              place(row.overTwenty.getAsDouble(), highest, right),
              y,
              place(row.significant.getAsDouble(), highest, right),
              y,
              Pen.of(palette.ink().muted(), 1)));
    }
    row.overTwenty.ifPresent(
        at -> marks.add(new Disc(place(at, highest, right), y, 4, Fill.of(ink))));
    row.significant.ifPresent(at -> {
      double x = place(at, highest, right);
      marks.add(
          new Path(
              List.of(
                  new Point(x - 6, y),
                  new Point(x, y - 6),
                  new Point(x + 6, y),
                  new Point(x, y + 6)),
              true,
              Fill.of(palette.ink().ground()),
              Pen.of(ink, 1.5)));
    });
  }

  private static double place(double sparsity, double highest, double right) {
    return LABEL + sparsity / highest * (right - LABEL);
  }

  private static String words(OptionalDouble at) {
    return at.isPresent() ? Figures.decimals(at.getAsDouble(), 2) : "–";
  }

  private static String describe(List<Row> sorted) {
    List<String> first =
        sorted.stream()
            .filter(r -> r.overTwenty.isPresent())
            .limit(4)
            .map(r -> r.finding + " at " + words(r.overTwenty))
            .toList();
    return first.isEmpty()
        ? "No finding falls by 20 %."
        : "Forgotten first: " + String.join(", ", first) + ".";
  }
}
