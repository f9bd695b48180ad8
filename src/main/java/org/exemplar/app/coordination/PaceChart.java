package org.exemplar.app.coordination;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.app.chart.Painter;
import org.exemplar.app.chart.Plot;
import org.exemplar.app.control.figure.FigureData;
import org.exemplar.app.control.figure.LinearAxis;
import org.exemplar.app.control.figure.Spot;
import org.exemplar.chart.Drawing;
import org.exemplar.chart.Mark;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.exemplar.chart.Palette;
import org.exemplar.conduct.Outlook;
import org.exemplar.conduct.Outlook.Edge;

/**
 * Cases that came back against the days, and the cone in which the rest may come.
 *
 * @param begin when the reading could begin
 * @param submitted when each finished case was submitted, in that order
 * @param outlook from now on
 */
record PaceChart(Instant begin, List<Instant> submitted, Outlook outlook) implements Painter {
  private static final double HEIGHT = 212;
  private static final double LEFT = 40;
  private static final double RIGHT = 76;
  private static final double TOP = 16;
  private static final double BOTTOM = 188;
  private static final int STEPS = 48;

  PaceChart {
    submitted = List.copyOf(submitted);
  }

  /** Of a sealed study. */
  static PaceChart of(StudyOverview study) {
    List<Instant> submitted =
        study.followUps().stream().flatMap(r -> r.times().submitted().stream()).sorted().toList();
    Instant sealed = study.about().sealedAt();
    Instant now = study.returned().asOf();
    Instant begin = sealed == null || sealed.isAfter(now) ? now : sealed;
    if (!submitted.isEmpty() && submitted.getFirst().isBefore(begin)) {
      begin = submitted.getFirst();
    }
    return new PaceChart(begin, submitted, study.outlook());
  }

  /** The right end: where the slowest is done, but never so far that the past is squeezed. */
  private Instant end() {
    Instant now = outlook.now();
    Duration past = Duration.between(begin, now);
    Instant farthest = now.plus(past.compareTo(Duration.ofDays(2)) < 0 ? Duration.ofDays(2) : past);
    return outlook.end(Edge.SLOWEST).map(at -> at.isAfter(farthest) ? farthest : at).orElse(now);
  }

  private double day(Instant at) {
    return Duration.between(begin, at).toMillis() / (double) Duration.ofDays(1).toMillis();
  }

  private Instant at(double day) {
    return begin.plusMillis(Math.round(day * Duration.ofDays(1).toMillis()));
  }

  @Override
  public Plot paint(Palette palette, double width) {
    LinearAxis x = new LinearAxis(0, Math.max(1, day(end())), LEFT, width - RIGHT);
    LinearAxis y = new LinearAxis(0, Math.max(1, outlook.of()), BOTTOM, TOP);
    List<Mark> marks = new ArrayList<>();
    grid(marks, palette, x, y);
    if (!outlook.going().isEmpty()) {
      cone(marks, palette, x, y);
    }
    past(marks, palette, x, y);
    double dot = x.at(day(outlook.now()));
    double high = y.at(outlook.done());
    marks.add(new Mark.Disc(dot, high, 5, Fill.of(palette.ink().accent())));
    Lettering strong = Lettering.of(12, palette.ink().strong()).strong();
    String count = outlook.done() + " so far";
    boolean room = dot + 10 + 7 * count.length() < width;
    marks.add(
        new Mark.Text(
            room ? dot + 10 : dot - 10, high + 18, count, room ? strong : strong.right()));
    return new Plot(new Drawing(width, HEIGHT, fact(), marks), spots(x, y));
  }

  private void grid(List<Mark> marks, Palette palette, LinearAxis x, LinearAxis y) {
    Lettering word = Lettering.of(11, palette.ink().muted());
    for (int third = 0; third <= 3; third++) {
      double value = Math.round(outlook.of() * third / 3.0);
      double high = y.at(value);
      marks.add(Path.line(LEFT, high, x.to(), high, Pen.of(palette.ink().line(), 1)));
      marks.add(new Mark.Text(LEFT - 8, high + 4, LinearAxis.number(value, 0), word.right()));
    }
    marks.add(new Mark.Text(x.to() + 8, y.at(outlook.of()) + 4, outlook.of() + " in all", word));
    for (double tick : x.ticks(5)) {
      String day = Days.shortly(at(tick));
      marks.add(new Mark.Text(x.at(tick), BOTTOM + 18, day, word.centred()));
    }
  }

  private void past(List<Mark> marks, Palette palette, LinearAxis x, LinearAxis y) {
    List<Point> points = new ArrayList<>();
    points.add(new Point(x.at(0), y.at(0)));
    for (int i = 0; i < submitted.size(); i++) {
      points.add(new Point(x.at(day(submitted.get(i))), y.at(i + 1)));
    }
    marks.add(new Path(points, false, null, Pen.of(palette.ink().accent(), 2.25)));
    Point last = points.getLast();
    Pen unknown = Pen.of(palette.ink().accent(), 1.5).dashed(2.0, 3.0).faint(0.7);
    marks.add(Path.line(last.x(), last.y(), x.at(day(outlook.now())), last.y(), unknown));
  }

  private void cone(List<Mark> marks, Palette palette, LinearAxis x, LinearAxis y) {
    List<Point> outline = new ArrayList<>(edge(Edge.FASTEST, x, y));
    outline.addAll(edge(Edge.SLOWEST, x, y).reversed());
    marks.add(new Path(outline, true, new Fill(palette.ink().accent(), 0.16), null));
    Pen likely = Pen.of(palette.ink().accent(), 1.5).dashed(4.0, 4.0);
    marks.add(new Path(edge(Edge.LIKELY, x, y), false, null, likely));
  }

  private List<Point> edge(Edge edge, LinearAxis x, LinearAxis y) {
    double from = day(outlook.now());
    double to = Math.max(from, x.high());
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= STEPS; i++) {
      double day = from + (to - from) * i / STEPS;
      points.add(new Point(x.at(day), y.at(outlook.at(at(day), edge))));
    }
    return points;
  }

  private String fact() {
    String so = "%d of %d cases have come back".formatted(outlook.done(), outlook.of());
    return outlook
        .end(Edge.LIKELY)
        .map(likely ->
            "%s; all may be there about %s, between %s and %s"
                .formatted(
                    so,
                    Days.shortly(likely),
                    outlook.end(Edge.FASTEST).map(Days::shortly).orElse(""),
                    outlook.end(Edge.SLOWEST).map(Days::shortly).orElse("")))
        .orElse(so);
  }

  /** One point for each day on which something was read, and the ends of the cone. */
  private List<Spot> spots(LinearAxis x, LinearAxis y) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < submitted.size(); i++) {
      boolean last =
          i + 1 == submitted.size()
              || !Days.shortly(submitted.get(i)).equals(Days.shortly(submitted.get(i + 1)));
      if (last) {
        String words = Days.shortly(submitted.get(i)) + ": " + (i + 1) + " of " + outlook.of();
        spots.add(Spot.around(x.at(day(submitted.get(i))), y.at(i + 1), 5, words));
      }
    }
    for (Edge edge : Edge.values()) {
      outlook
          .end(edge)
          .filter(at -> day(at) <= x.high())
          .ifPresent(at ->
              spots.add(
                  Spot.around(
                      x.at(day(at)),
                      y.at(outlook.at(at, edge)),
                      5,
                      word(edge) + " " + Days.shortly(at))));
    }
    return spots;
  }

  private static String word(Edge edge) {
    return switch (edge) {
      case FASTEST -> "At the earliest";
      case LIKELY -> "At the pace so far";
      case SLOWEST -> "At the latest";
    };
  }

  @Override
  public FigureData data() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < submitted.size(); i++) {
      rows.add(List.of("came back", submitted.get(i).toString(), Integer.toString(i + 1)));
    }
    for (Edge edge : Edge.values()) {
      outlook
          .end(edge)
          .ifPresent(at ->
              rows.add(
                  List.of(word(edge), at.toString(), LinearAxis.number(outlook.at(at, edge), 0))));
    }
    return new FigureData(List.of("what", "at", "cases"), rows);
  }
}
