package org.exemplar.app.explorer.findings;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.app.explorer.HeatInk;
import org.exemplar.app.explorer.findings.FindingsModel.Look;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Figures;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Palette;
import org.exemplar.pie.FindingPair;
import org.exemplar.pie.PairRegression.Distance;

/**
 * How far apart the curves of all pairs lie, as a map whose rows stand beside those that are alike.
 *
 * @param order the rows' findings
 * @param distances by finding and finding; 0 on the diagonal, NaN where undefined
 * @param height px of the design
 */
record AlikeChart(
    Forgetting forgetting,
    Look look,
    List<Integer> order,
    List<List<Double>> distances,
    double height)
    implements Painter {
  private static final double TOP = 4;
  private static final double LEGEND = 84;
  private static final double NUMBERED = 30;
  private static final int STEPS = 16;

  AlikeChart {
    order = List.copyOf(order);
    distances = distances.stream().map(List::copyOf).toList();
  }

  static AlikeChart of(Forgetting forgetting, Look look, Distance distance, double height) {
    int n = forgetting.findings();
    double[][] all = new double[n][n];
    for (FindingPair pair : forgetting.scores().pairs().pairs()) {
      all[pair.a()][pair.b()] = PairsChart.length(pair, distance);
      all[pair.b()][pair.a()] = all[pair.a()][pair.b()];
    }
    List<List<Double>> rows = new ArrayList<>();
    for (double[] row : all) {
      rows.add(java.util.Arrays.stream(row).boxed().toList());
    }
    return new AlikeChart(forgetting, look, LeafOrder.of(all), rows, height);
  }

  private double farthest() {
    return distances.stream()
        .flatMap(List::stream)
        .filter(Double::isFinite)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  @Override
  public Plot paint(Palette palette, double width) {
    int n = order.size();
    int longest = order.stream().mapToInt(f -> forgetting.name(f).length()).max().orElse(8);
    double left = Math.min(width * 0.38, 12 + 6.3 * longest);
    double cell = Math.min((width - left - LEGEND) / n, (height - 2 * TOP) / n);
    double far = Math.max(1e-12, farthest());
    List<Mark> marks = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int a = order.get(i);
      int slot = look.slot(a);
      double y = TOP + i * cell;
      Lettering name =
          Lettering.of(
                  Math.min(11, cell),
                  slot < 0 ? palette.ink().muted() : palette.highlights().get(slot))
              .right();
      marks.add(
          new Mark.Text(
              left - 8, y + cell / 2 + 4, forgetting.name(a), slot < 0 ? name : name.strong()));
      for (int j = 0; j < n; j++) {
        Mark.Rectangle at = new Mark.Rectangle(left + j * cell, y, cell - 1, cell - 1);
        cell(marks, palette, at, a, order.get(j), far);
        spots.add(new Spot(at.x(), at.y(), at.width(), at.height(), words(a, order.get(j))));
      }
    }
    legend(marks, palette, left + n * cell + 16, far);
    return new Plot(new Drawing(width, TOP * 2 + n * cell, fact(), marks), spots);
  }

  private void cell(
      List<Mark> marks, Palette palette, Mark.Rectangle at, int a, int b, double far) {
    double distance = distances.get(a).get(b);
    String ink =
        a == b || !Double.isFinite(distance)
            ? palette.ink().line()
            : HeatInk.of(palette, distance / far);
    marks.add(new Mark.Box(at, 1, Fill.of(ink), null));
    if (a != b && at.width() >= NUMBERED && Double.isFinite(distance)) {
      marks.add(
          new Mark.Text(
              at.x() + at.width() / 2,
              at.y() + at.height() / 2 + 4,
              Figures.decimals(distance, 2),
              Lettering.of(11, HeatInk.words(palette, distance / far)).centred()));
    }
  }

  private static void legend(List<Mark> marks, Palette palette, double x, double far) {
    double step = 6;
    for (int i = 0; i < STEPS; i++) {
      marks.add(
          new Mark.Box(
              new Mark.Rectangle(x, TOP + i * step, 10, step + 0.5),
              0,
              Fill.of(HeatInk.of(palette, 1 - i / (STEPS - 1.0))),
              null));
    }
    Lettering word = Lettering.of(11, palette.ink().muted());
    marks.add(new Mark.Text(x + 16, TOP + 9, Figures.decimals(far, 1) + " far", word));
    marks.add(new Mark.Text(x + 16, TOP + STEPS * step, "0 alike", word));
  }

  private String words(int a, int b) {
    return a == b
        ? forgetting.name(a)
        : forgetting.name(a)
            + " and "
            + forgetting.name(b)
            + ": "
            + Figures.decimals(distances.get(a).get(b), 2);
  }

  /** Which finding is forgotten most like the one in focus. */
  String fact() {
    int focus = look.focus();
    int nearest = -1;
    for (int f = 0; f < order.size(); f++) {
      if (f != focus
          && (nearest < 0 || distances.get(focus).get(f) < distances.get(focus).get(nearest))) {
        nearest = f;
      }
    }
    return nearest < 0
        ? "One finding only."
        : forgetting.name(nearest)
            + " is forgotten most like "
            + forgetting.name(focus)
            + "; like ones stand together.";
  }

  /** The finding of the row that a point lies in; its column's on the row of the focus. */
  int findingAt(int spot) {
    if (spot < 0 || spot >= order.size() * order.size()) {
      return -1;
    }
    int row = order.get(spot / order.size());
    return row == look.focus() ? order.get(spot % order.size()) : row;
  }

  @Override
  public FigureData data() {
    List<String> header = new ArrayList<>(List.of("finding"));
    order.forEach(f -> header.add(forgetting.name(f)));
    return new FigureData(
        header,
        order.stream()
            .map(a -> {
              List<String> row = new ArrayList<>(List.of(forgetting.name(a)));
              order.forEach(b -> row.add(distances.get(a).get(b).toString()));
              return row;
            })
            .toList());
  }
}
