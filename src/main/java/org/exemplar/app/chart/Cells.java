package org.exemplar.app.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Palette;

/**
 * A matrix of numbers as cells of one hue, the number in each.
 *
 * @param fact the main fact in a sentence
 * @param columns headings
 * @param rows with their cells
 * @param look how large the numbers may get, and how the cells stand
 */
public record Cells(String fact, List<String> columns, List<Row> rows, Look look)
    implements Painter {
  private static final double TOP = 24;
  private static final double GAP = 3;
  private static final double LETTER = 6.6;

  public Cells {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * How the cells look.
   *
   * @param full the number whose cell has the full colour
   * @param height of a row
   * @param strongFrom numbers from here on are bold
   */
  public record Look(double full, double height, double strongFrom) {}

  /** A row of cells, one for each column; null leaves a place empty. */
  public record Row(String name, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell.
   *
   * @param value empty where it is not defined
   * @param shown the value in words; empty for a place without a cell
   * @param aside smaller beside it; may be empty
   * @param ringed whether it is singled out
   * @param says what it says when it is pointed at
   */
  public record Cell(
      OptionalDouble value, String shown, String aside, boolean ringed, String says) {
    /** A place without a cell. */
    public static final Cell NONE = new Cell(OptionalDouble.empty(), "", "", false, "");
  }

  @Override
  public Plot paint(Palette palette, double width) {
    double left =
        Math.min(
            width * 0.35,
            18 + LETTER * rows.stream().mapToInt(r -> r.name().length()).max().orElse(4));
    double wide = Math.min(112, (width - left) / Math.max(1, columns.size()));
    List<Mark> marks = new ArrayList<>();
    List<Spot> spots = new ArrayList<>();
    Lettering heading = Lettering.of(11, palette.ink().muted()).centred();
    for (int c = 0; c < columns.size(); c++) {
      marks.add(new Mark.Text(left + wide * (c + 0.5), 14, columns.get(c), heading));
    }
    double y = TOP;
    for (Row row : rows) {
      Lettering name = Lettering.of(12, palette.ink().strong()).right();
      marks.add(new Mark.Text(left - 12, y + look.height() / 2 + 4, row.name(), name));
      for (int c = 0; c < row.cells().size(); c++) {
        Cell cell = row.cells().get(c);
        if (!cell.shown().isEmpty()) {
          Mark.Rectangle at =
              new Mark.Rectangle(left + wide * c, y, wide - GAP, look.height() - GAP);
          cell(marks, palette, cell, at);
          spots.add(new Spot(at.x(), at.y(), at.width(), at.height(), cell.says()));
        }
      }
      y += look.height();
    }
    return new Plot(new Drawing(width, y + 2, fact, marks), spots);
  }

  private void cell(List<Mark> marks, Palette palette, Cell cell, Mark.Rectangle at) {
    double depth =
        cell.value().isPresent() ? Math.clamp(cell.value().getAsDouble() / look.full(), 0, 1) : 0;
    String fill = "#1f6feb";
    double opacity = 0.08 + 0.8 * depth;
    marks.add(
        new Mark.Box(
            at,
            3,
            new Fill(fill, opacity),
            cell.ringed() ? Pen.of(palette.ink().strong(), 2) : null));
    boolean dark = isDark(palette.ink().ground());
    String ink = dark || opacity > 0.68 ? "#f0f6fc" : palette.ink().strong();
    double middle = at.y() + at.height() / 2 + 4;
    boolean bold =
        cell.value().isPresent() && cell.value().getAsDouble() >= look.strongFrom() - 1e-9;
    Lettering number = Lettering.of(12, ink);
    boolean beside = !cell.aside().isEmpty() && at.width() > 78;
    double x = at.x() + at.width() / 2 - (beside ? 20 : 0);
    marks.add(new Mark.Text(x, middle, cell.shown(), (bold ? number.strong() : number).centred()));
    if (beside) {
      marks.add(new Mark.Text(x + 44, middle, cell.aside(), Lettering.of(10.5, ink).centred()));
    }
  }

  private static boolean isDark(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255) < 128;
  }

  @Override
  public FigureData data() {
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(columns);
    List<List<String>> table = new ArrayList<>();
    for (Row row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      row.cells()
          .forEach(c ->
              cells.add(c.value().isPresent() ? Double.toString(c.value().getAsDouble()) : ""));
      table.add(cells);
    }
    return new FigureData(header, table);
  }
}
