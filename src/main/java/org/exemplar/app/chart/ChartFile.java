package org.exemplar.app.chart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.FigureMenu;
import org.exemplar.chart.Chart;
import org.exemplar.chart.ChartFormat;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Palette;

/** A chart as a file: on white, in the colours for paper. */
public final class ChartFile {
  private static final double WIDTH = 640;
  private static final double FOOT = 20;

  private ChartFile() {}

  /**
   * Writes a chart.
   *
   * @param simulated whether its ratings were made by a program, which the file then says
   * @throws org.exemplar.problem.Problem if the file cannot be written
   */
  public static void write(Painter painter, boolean simulated, FigureMenu.Kind kind, Path file) {
    FigureData data = painter.data();
    Chart chart =
        new Chart(drawing(painter, simulated), new Chart.Data(data.header(), data.rows()));
    ChartFormat format =
        switch (kind) {
          case SVG -> ChartFormat.SVG;
          case PNG -> ChartFormat.PNG;
          case PDF -> ChartFormat.PDF;
        };
    format.write(chart, file);
  }

  static Drawing drawing(Painter painter, boolean simulated) {
    Drawing drawn = painter.paint(Palette.LIGHT, WIDTH).drawing();
    if (!simulated) {
      return drawn;
    }
    List<Mark> marks = new ArrayList<>(drawn.marks());
    marks.add(
        new Mark.Text(
            0,
            drawn.height() + FOOT - 6,
            "Simulated ratings, not from radiologists",
            Mark.Lettering.of(11, Palette.LIGHT.arms().pieText()).strong()));
    return new Drawing(
        drawn.width(), drawn.height() + FOOT, drawn.description() + " Simulated ratings.", marks);
  }
}
