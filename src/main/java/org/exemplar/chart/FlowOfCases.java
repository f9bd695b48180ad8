package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.chart.Mark.Box;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Rectangle;
import org.exemplar.chart.Mark.Text;

/** Where the cases of a study came from and what became of them, as a small flow diagram. */
public final class FlowOfCases {
  private static final double BOX_WIDTH = 260;
  private static final double READINGS_WIDTH = 360;
  private static final double BOX_HEIGHT = 50;

  private final Palette palette;

  public FlowOfCases(Palette palette) {
    this.palette = palette;
  }

  /**
   * What is drawn.
   *
   * @param source where cases came from
   * @param leftOut how many images were left out and why, one line each; may be empty
   * @param arms the PIE arm and the other one
   * @param readings what readers did with the cases
   * @param remarks lines below; may be empty
   */
  public record Flow(
      Station source, List<String> leftOut, Arms arms, Station readings, List<String> remarks) {
    public Flow {
      leftOut = List.copyOf(leftOut);
      remarks = List.copyOf(remarks);
    }
  }

  /** The two arms. */
  public record Arms(Station pie, Station nonPie) {}

  /** A box: a bold line, and a muted one below. */
  public record Station(String title, String note) {}

  /** The boxes as a table. */
  public static Chart.Data data(Flow flow) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("source", flow.source().title(), flow.source().note()));
    flow.leftOut().forEach(line -> rows.add(List.of("left out", line, "")));
    rows.add(List.of("PIE", flow.arms().pie().title(), flow.arms().pie().note()));
    rows.add(List.of("non-PIE", flow.arms().nonPie().title(), flow.arms().nonPie().note()));
    rows.add(List.of("readings", flow.readings().title(), flow.readings().note()));
    flow.remarks().forEach(line -> rows.add(List.of("readings", line, "")));
    return new Chart.Data(List.of("stage", "count", "note"), rows);
  }

  /** Draws at a width. */
  public Drawing draw(Flow flow, double width) {
    List<Mark> marks = new ArrayList<>();
    double middle = width / 2;
    double left = width * 0.24;
    double right = width * 0.76;
    Pen arrow = Pen.of(palette.ink().muted(), 1.2);
    station(marks, flow.source(), new Rectangle(middle, 2, BOX_WIDTH, 0), palette.ink().muted());
    leftOut(marks, flow.leftOut(), middle + BOX_WIDTH / 2, width);
    double arms = 2 + BOX_HEIGHT + 24;
    arrow(marks, middle - 60, 2 + BOX_HEIGHT, left, arms, arrow);
    arrow(marks, middle + 60, 2 + BOX_HEIGHT, right, arms, arrow);
    station(
        marks, flow.arms().pie(), new Rectangle(left, arms, BOX_WIDTH, 0), palette.arms().pie());
    station(
        marks,
        flow.arms().nonPie(),
        new Rectangle(right, arms, BOX_WIDTH, 0),
        palette.arms().nonPie());
    double readings = arms + BOX_HEIGHT + 24;
    arrow(marks, left, arms + BOX_HEIGHT, middle - 60, readings, arrow);
    arrow(marks, right, arms + BOX_HEIGHT, middle + 60, readings, arrow);
    station(
        marks,
        flow.readings(),
        new Rectangle(middle, readings, READINGS_WIDTH, 0),
        palette.ink().muted());
    double y = readings + BOX_HEIGHT + 17;
    for (String line : flow.remarks()) {
      marks.add(new Text(middle, y, line, Lettering.of(11, palette.ink().muted()).centred()));
      y += 16;
    }
    return new Drawing(width, y - 12, describe(flow), marks);
  }

  private static String describe(Flow flow) {
    return "Flow of cases: "
        + flow.source().title()
        + ", "
        + flow.arms().pie().title()
        + ", "
        + flow.arms().nonPie().title()
        + ", "
        + flow.readings().title()
        + ".";
  }

  /** To the right of the source. */
  private void leftOut(List<Mark> marks, List<String> lines, double from, double width) {
    if (lines.isEmpty()) {
      return;
    }
    double y = 2 + BOX_HEIGHT / 2;
    arrow(marks, from, y, from + 22, y, Pen.of(palette.ink().muted(), 1.2));
    double top = y - (lines.size() - 1) * 7.5 + 4;
    for (int i = 0; i < lines.size(); i++) {
      String line = shortened(lines.get(i), (int) ((width - from - 28) / 5.2));
      Lettering type = Lettering.of(i == 0 ? 11.5 : 10, palette.ink().strong());
      marks.add(new Text(from + 28, top + 15 * i, line, i == 0 ? type.strong() : type));
    }
  }

  private static String shortened(String line, int most) {
    return line.length() <= most ? line : line.substring(0, Math.max(1, most - 1)) + "\u2026";
  }

  /** A box around the middle of its upper edge. */
  private void station(List<Mark> marks, Station station, Rectangle place, String border) {
    double x = place.x();
    double y = place.y();
    marks.add(
        new Box(
            new Rectangle(x - place.width() / 2, y, place.width(), BOX_HEIGHT),
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
