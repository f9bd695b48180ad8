package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Rectangle;
import org.exemplar.chart.Mark.Text;

/** A square table of shares as cells of one hue, with a number in each that has room for it. */
public final class HeatTable {
  private static final double LETTER = 6.4;
  private static final double GAP = 1;
  private static final double ROOM_FOR_NUMBER = 24;
  private static final double TALLEST = 30;
  private static final double BELOW = 22;

  private final Palette palette;

  public HeatTable(Palette palette) {
    this.palette = palette;
  }

  /**
   * One cell.
   *
   * @param share from 0 to 1, how deep its colour is; NaN leaves it empty
   * @param words the number in it
   */
  public record Cell(double share, String words) {}

  /**
   * Draws at a width.
   *
   * @param names of the rows, and of the columns
   * @param cells row by row, as many rows and columns as names
   * @param fact what it shows, in a sentence
   */
  public Drawing draw(List<String> names, List<List<Cell>> cells, String fact, double width) {
    double left = 12 + LETTER * names.stream().mapToInt(String::length).max().orElse(0);
    double wide = (width - left) / Math.max(1, names.size());
    double tall = Math.min(TALLEST, Math.max(14, wide));
    List<Mark> marks = new ArrayList<>();
    Lettering muted = Lettering.of(11, palette.ink().muted());
    for (int r = 0; r < names.size(); r++) {
      double y = r * tall;
      marks.add(new Text(left - 8, y + tall / 2 + 4, names.get(r), muted.right()));
      for (int c = 0; c < cells.get(r).size(); c++) {
        cell(marks, cells.get(r).get(c), new Rectangle(left + c * wide, y, wide - GAP, tall - GAP));
      }
    }
    double bottom = names.size() * tall;
    int every = Math.max(1, (int) Math.ceil((LETTER * longest(names) + 6) / wide));
    for (int c = 0; c < names.size(); c += every) {
      marks.add(new Text(left + (c + 0.5) * wide, bottom + 15, names.get(c), muted.centred()));
    }
    return new Drawing(width, bottom + BELOW, fact, marks);
  }

  private static int longest(List<String> names) {
    return names.stream().mapToInt(String::length).max().orElse(0);
  }

  private void cell(List<Mark> marks, Cell cell, Rectangle place) {
    if (Double.isNaN(cell.share)) {
      marks.add(new Mark.Box(place, 1, Fill.of(palette.ink().line()), null));
      return;
    }
    double depth = 0.06 + 0.84 * Math.clamp(cell.share, 0, 1);
    marks.add(new Mark.Box(place, 1, new Fill(palette.ink().accent(), depth), null));
    if (place.width() >= ROOM_FOR_NUMBER) {
      String ink = depth > 0.62 ? palette.ink().ground() : palette.ink().strong();
      marks.add(
          new Text(
              place.x() + place.width() / 2,
              place.y() + place.height() / 2 + 4,
              cell.words,
              Lettering.of(11, ink).centred()));
    }
  }
}
