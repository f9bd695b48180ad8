package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.chart.Mark.Box;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.exemplar.chart.Mark.Rectangle;
import org.exemplar.chart.Mark.Text;

/** Where the cases of a study came from and what became of them, as a small flow diagram. */
public final class FlowOfCases {
  private static final double BOX_WIDTH = 260;
  private static final double BOX_HEIGHT = 50;

  private final Palette palette;

  public FlowOfCases(Palette palette) {
    this.palette = palette;
  }

  /**
   * What is drawn.
   *
   * @param source where cases came from
   * @param pie the PIE arm
   * @param nonPie the other arm
   * @param ratings what readers did with them, one line each
   */
  public record Flow(Station source, Station pie, Station nonPie, List<String> ratings) {
    public Flow {
      ratings = List.copyOf(ratings);
    }
  }

  /** A box: a bold line, and a muted one below. */
  public record Station(String title, String note) {}

  /** Draws at a width. */
  public Drawing draw(Flow flow, double width) {
    List<Mark> marks = new ArrayList<>();
    double middle = width / 2;
    double left = width * 0.24;
    double right = width * 0.76;
    Pen arrow = Pen.of(palette.ink().muted(), 1.2);
    station(marks, flow.source(), middle, 2, palette.ink().line());
    double arms = 2 + BOX_HEIGHT + 30;
    arrow(marks, middle - 60, 2 + BOX_HEIGHT, left, arms, arrow);
    arrow(marks, middle + 60, 2 + BOX_HEIGHT, right, arms, arrow);
    station(marks, flow.pie(), left, arms, palette.arms().pie());
    station(marks, flow.nonPie(), right, arms, palette.arms().nonPie());
    double join = arms + BOX_HEIGHT + 12;
    marks.add(
        new Path(
            List.of(
                new Point(left, arms + BOX_HEIGHT),
                new Point(left, join),
                new Point(right, join),
                new Point(right, arms + BOX_HEIGHT)),
            false,
            null,
            arrow));
    double y = join + 19;
    for (String line : flow.ratings()) {
      marks.add(new Text(middle, y, line, Lettering.of(12.5, palette.ink().strong()).centred()));
      y += 18;
    }
    String words =
        "Flow of cases: "
            + flow.source().title()
            + ", "
            + flow.pie().title()
            + ", "
            + flow.nonPie().title()
            + ".";
    return new Drawing(width, y - 8, words, marks);
  }

  private void station(List<Mark> marks, Station station, double x, double y, String border) {
    marks.add(
        new Box(
            new Rectangle(x - BOX_WIDTH / 2, y, BOX_WIDTH, BOX_HEIGHT),
            4,
            new Fill(border, 0.08),
            Pen.of(border, 1.3)));
    marks.add(
        new Text(
            x,
            y + 21,
            station.title(),
            Lettering.of(13, palette.ink().strong()).strong().centred()));
    marks.add(
        new Text(x, y + 38, station.note(), Lettering.of(11, palette.ink().muted()).centred()));
  }

  private static void arrow(List<Mark> marks, double x1, double y1, double x2, double y2, Pen pen) {
    marks.add(Path.line(x1, y1, x2, y2, pen));
    double angle = Math.atan2(y2 - y1, x2 - x1);
    for (double side : new double[] {-0.5, 0.5}) {
      double x = x2 - 7 * Math.cos(angle + side);
      double y = y2 - 7 * Math.sin(angle + side);
      marks.add(Path.line(x2, y2, x, y, pen));
    }
  }
}
