package org.exemplar.app.explorer.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.app.explorer.findings.FindingsModel.Look;
import org.exemplar.app.explorer.findings.Forgetting.Order;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Figures;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.exemplar.chart.Palette;

/**
 * The findings, forgotten first, numbered: a disc at the 20 % drop, a diamond at the first
 * significant drop.
 *
 * @param height px of the design that may be used; rows are never less than 17 px
 */
record FirstChart(Forgetting forgetting, Look look, Order order, double height) implements Painter {
  private static final double TOP = 22;
  private static final double NUMBER = 24;
  private static final double VALUE = 54;

  /** The findings from top to bottom. */
  List<Integer> rows() {
    return forgetting.inOrder(order);
  }

  /** What a row's number says; a dash where it never happens. */
  String value(int finding) {
    OptionalDouble value = forgetting.measure(order, finding);
    if (value.isEmpty()) {
      return "–";
    }
    return order == Order.HIGHEST
        ? Figures.percent(value.getAsDouble()) + " %"
        : Figures.decimals(value.getAsDouble(), 2);
  }

  @Override
  public Plot paint(Palette palette, double width) {
    List<Integer> rows = rows();
    double row = Math.clamp((height - TOP - 4) / rows.size(), 17, 26);
    int longest = rows.stream().mapToInt(f -> forgetting.name(f).length()).max().orElse(8);
    double left = NUMBER + Math.min(width * 0.45, 14 + 6.9 * longest);
    LinearAxis x = new LinearAxis(lowest(), forgetting.sparsities().getLast(), left, width - VALUE);
    double bottom = TOP + row * rows.size();
    List<Mark> marks = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    for (double tick : x.ticks(x.to() - x.from() > 150 ? 5 : 3)) {
      marks.add(Path.line(x.at(tick), TOP, x.at(tick), bottom, Pen.of(palette.ink().line(), 1)));
      marks.add(
          new Mark.Text(
              x.at(tick),
              TOP - 8,
              Figures.decimals(tick, 1),
              Lettering.of(11, palette.ink().muted()).centred()));
    }
    for (int i = 0; i < rows.size(); i++) {
      double y = TOP + row * (i + 0.5);
      row(marks, palette, x, new At(i, rows.get(i), y, row, width));
      spots.add(new Spot(0, y - row / 2, width, row, words(rows.get(i), i)));
    }
    return new Plot(new Drawing(width, bottom + 4, fact(rows), marks), spots);
  }

  private record At(int place, int finding, double y, double row, double width) {}

  private double lowest() {
    double lowest = forgetting.sparsities().getLast();
    for (int f = 0; f < forgetting.findings(); f++) {
      lowest = Math.min(lowest, forgetting.twenty(f).orElse(lowest));
      lowest = Math.min(lowest, forgetting.significant(f).orElse(lowest));
    }
    return Math.max(0, Math.floor(lowest * 10 - 0.2) / 10);
  }

  private void row(List<Mark> marks, Palette palette, LinearAxis x, At at) {
    int slot = look.slot(at.finding);
    boolean focus = at.finding == look.focus();
    String ink =
        slot >= 0
            ? palette.highlights().get(slot)
            : at.finding == look.lifted() ? palette.ink().strong() : palette.ink().muted();
    if (focus) {
      marks.add(
          new Mark.Box(
              new Mark.Rectangle(0, at.y - at.row / 2, at.width, at.row),
              4,
              new Fill(palette.ink().accent(), 0.14),
              null));
    }
    Lettering muted = Lettering.of(11, palette.ink().muted());
    Lettering name = Lettering.of(12, slot >= 0 ? ink : palette.ink().strong());
    marks.add(new Mark.Text(NUMBER - 8, at.y + 4, Integer.toString(at.place + 1), muted.right()));
    marks.add(
        new Mark.Text(
            NUMBER, at.y + 4, forgetting.name(at.finding), slot >= 0 ? name.strong() : name));
    track(marks, palette, x, at, ink);
    Lettering value = Lettering.of(12, palette.ink().strong()).right();
    marks.add(
        new Mark.Text(
            at.width - 2, at.y + 4, value(at.finding), slot >= 0 ? value.strong() : value));
  }

  private void track(List<Mark> marks, Palette palette, LinearAxis x, At at, String ink) {
    OptionalDouble twenty = forgetting.twenty(at.finding);
    OptionalDouble significant = forgetting.significant(at.finding);
    if (twenty.isPresent() && significant.isPresent()) {
      marks.add(
          Path.line(
              x.at(twenty.getAsDouble()),
              at.y,
              x.at(significant.getAsDouble()),
              at.y,
              Pen.of(palette.ink().muted(), 1.5).faint(0.5)));
    }
    twenty.ifPresent(s -> marks.add(new Mark.Disc(x.at(s), at.y, 4, Fill.of(ink))));
    significant.ifPresent(s -> {
      double px = x.at(s);
      marks.add(
          new Path(
              List.of(
                  new Point(px - 5, at.y),
                  new Point(px, at.y - 5),
                  new Point(px + 5, at.y),
                  new Point(px, at.y + 5)),
              true,
              Fill.of(palette.ink().ground()),
              Pen.of(ink, 1.5)));
    });
  }

  private String words(int finding, int place) {
    return (place + 1) + ". " + CurvesChart.fact(forgetting, finding);
  }

  private String fact(List<Integer> rows) {
    return "Forgotten first, by "
        + order.sentence()
        + ": "
        + String.join(
            ", ", rows.stream().limit(3).map(f -> forgetting.name(f) + " " + value(f)).toList())
        + ".";
  }

  @Override
  public FigureData data() {
    return new FigureData(
        List.of("place", "finding", "drop_20_percent", "first_significant_drop_holm", "last"),
        rows().stream()
            .map(f ->
                List.of(
                    Integer.toString(rows().indexOf(f) + 1),
                    forgetting.name(f),
                    plain(forgetting.twenty(f)),
                    plain(forgetting.significant(f)),
                    Double.toString(forgetting.finding(f).curve().atHighestSparsity())))
            .toList());
  }

  private static String plain(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }
}
