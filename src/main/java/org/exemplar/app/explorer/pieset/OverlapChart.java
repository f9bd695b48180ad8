package org.exemplar.app.explorer.pieset;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.app.explorer.HeatInk;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Palette;

/**
 * How many PIEs sparsities share: counts in cells, the criterion in bold.
 *
 * @param overlaps the counts
 * @param height px of the design
 */
record OverlapChart(Overlaps overlaps, double height) implements Painter {
  private static final double LEFT = 44;
  private static final double BOTTOM = 24;

  @Override
  public Plot paint(Palette palette, double width) {
    int n = overlaps.sparsities().size();
    double wide = (width - LEFT) / n;
    double tall = Math.min(48, (height - BOTTOM) / n);
    List<Mark> marks = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double y = i * tall;
      marks.add(new Mark.Text(LEFT - 8, y + tall / 2 + 4, text(i), heading(palette, i).right()));
      marks.add(
          new Mark.Text(
              LEFT + wide * (i + 0.5), tall * n + 16, text(i), heading(palette, i).centred()));
      for (int j = 0; j < n; j++) {
        Mark.Rectangle at = new Mark.Rectangle(LEFT + wide * j, y, wide - 2, tall - 2);
        cell(marks, palette, at, i, j);
        spots.add(new Spot(at.x(), at.y(), at.width(), at.height(), words(i, j)));
      }
    }
    return new Plot(new Drawing(width, tall * n + BOTTOM, overlaps.words(), marks), spots);
  }

  private String text(int i) {
    return overlaps.sparsities().get(i).text();
  }

  private Lettering heading(Palette palette, int i) {
    return i == overlaps.criterion()
        ? Lettering.of(11, palette.ink().strong()).strong()
        : Lettering.of(11, palette.ink().muted());
  }

  private void cell(List<Mark> marks, Palette palette, Mark.Rectangle at, int i, int j) {
    if (i == j) {
      marks.add(new Mark.Box(at, 2, Fill.of(palette.ink().line()), null));
      return;
    }
    int shared = overlaps.shared().get(i).get(j);
    double depth = overlaps.pies() == 0 ? 0 : 0.55 * shared / overlaps.pies();
    marks.add(new Mark.Box(at, 2, Fill.of(HeatInk.of(palette, depth)), null));
    Lettering number = Lettering.of(12, HeatInk.words(palette, depth)).centred();
    boolean mine = i == overlaps.criterion() || j == overlaps.criterion();
    marks.add(
        new Mark.Text(
            at.x() + at.width() / 2,
            at.y() + at.height() / 2 + 4,
            Integer.toString(shared),
            mine ? number.strong() : number));
  }

  private String words(int i, int j) {
    return i == j
        ? text(i)
        : overlaps.shared().get(i).get(j) + " PIEs shared by " + text(i) + " and " + text(j);
  }

  /** The sparsity of the row that a point lies in. */
  int rowAt(int spot) {
    return spot / overlaps.sparsities().size();
  }

  @Override
  public FigureData data() {
    List<String> header = new ArrayList<>(List.of("sparsity"));
    overlaps.sparsities().forEach(s -> header.add(s.text()));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < overlaps.sparsities().size(); i++) {
      List<String> row = new ArrayList<>(List.of(text(i)));
      overlaps.shared().get(i).forEach(count -> row.add(count.toString()));
      rows.add(row);
    }
    return new FigureData(header, rows);
  }
}
