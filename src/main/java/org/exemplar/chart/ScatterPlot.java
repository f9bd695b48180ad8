package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.exemplar.chart.Mark.Disc;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Rectangle;
import org.exemplar.chart.Mark.Text;
import org.exemplar.stats.LeastSquares;

/**
 * Points by two numbers. No point lies on the frame, and names are pushed apart; a name that stands
 * away from its point is joined to it by a thin line.
 */
public final class ScatterPlot {
  private static final double LEFT = 56;
  private static final double RIGHT = 16;
  private static final double TOP = 12;
  private static final double BOTTOM = 42;
  private static final double NAME = 10.5;

  private final Palette palette;

  public ScatterPlot(Palette palette) {
    this.palette = palette;
  }

  /** What a point's colour and shape say. */
  public enum Tone {
    /** Nothing: a gray disc. */
    PLAIN,
    /** A PIE: an orange square. */
    PIE,
    /** Another image: a blue disc. */
    NON_PIE,
    /** The first of four that are singled out. */
    FIRST,
    /** The second. */
    SECOND,
    /** The third. */
    THIRD,
    /** The fourth. */
    FOURTH;

    private static final List<Tone> HIGHLIGHTS = List.of(FIRST, SECOND, THIRD, FOURTH);

    /** Whether it is one of the four that are singled out. */
    boolean singled() {
      return HIGHLIGHTS.contains(this);
    }

    /** One of the four that are singled out, from 0. */
    public static Tone highlight(int slot) {
      return HIGHLIGHTS.get(slot);
    }
  }

  /**
   * One point.
   *
   * @param name written beside it; empty: none
   */
  public record Point(double x, double y, String name, Tone tone) {}

  /**
   * One axis.
   *
   * @param title what it shows
   * @param numbers how values are placed and written
   */
  public record Axis(String title, Numbers numbers) {}

  /** How the values of an axis are placed and written. */
  public enum Numbers {
    /** As they are. */
    PLAIN,
    /** Shares as per cent. */
    PERCENT,
    /** Equal steps are equal ratios. */
    LOGARITHMIC
  }

  /**
   * What is drawn.
   *
   * @param points those with an infinite value, or none above 0 on a logarithmic axis, are left out
   * @param trend whether a straight line of least squares is drawn through them
   */
  public record Plot(List<Point> points, Axis x, Axis y, boolean trend) {
    public Plot {
      points = List.copyOf(points);
    }

    private List<Integer> usable() {
      return IntStream.range(0, points.size())
          .filter(i ->
              ScatterScale.usable(points.get(i).x, x) && ScatterScale.usable(points.get(i).y, y))
          .boxed()
          .toList();
    }
  }

  /**
   * Where a point lies.
   *
   * @param index of the point among those of the plot
   */
  public record Place(int index, double x, double y) {}

  /** Where the points lie, those that are left out apart. */
  public static List<Place> places(Plot plot, double width, double height) {
    ScatterScale across = across(plot, width);
    ScatterScale up = up(plot, height);
    return plot.usable().stream()
        .map(i -> new Place(i, across.at(plot.points.get(i).x), up.at(plot.points.get(i).y)))
        .toList();
  }

  /** Draws at a size. */
  public Drawing draw(Plot plot, double width, double height) {
    ScatterScale across = across(plot, width);
    ScatterScale up = up(plot, height);
    List<Place> places = places(plot, width, height);
    List<Mark> marks = new ArrayList<>();
    axes(marks, plot, across, up);
    if (plot.trend) {
      trend(marks, plot, across, up);
    }
    for (boolean plain : new boolean[] {true, false}) {
      for (Place place : places) {
        Tone tone = plot.points.get(place.index).tone;
        if (plain == (tone == Tone.PLAIN || tone == Tone.NON_PIE)) {
          marks.add(dot(tone, place));
        }
      }
    }
    names(marks, plot, places, new Rectangle(LEFT, TOP, width - RIGHT - LEFT, up.from() - TOP));
    return new Drawing(
        width,
        height,
        places.size() + " points: " + plot.y.title + " by " + plot.x.title + ".",
        marks);
  }

  private static ScatterScale across(Plot plot, double width) {
    return ScatterScale.of(plot.points.stream().mapToDouble(Point::x), plot.x, LEFT, width - RIGHT);
  }

  private static ScatterScale up(Plot plot, double height) {
    return ScatterScale.of(
        plot.points.stream().mapToDouble(Point::y), plot.y, height - BOTTOM, TOP);
  }

  private Mark dot(Tone tone, Place at) {
    Fill fill = new Fill(colour(tone), tone == Tone.PLAIN ? 0.9 : 0.85);
    return tone == Tone.PIE
        ? new Mark.Box(new Rectangle(at.x - 3.5, at.y - 3.5, 7, 7), 0, fill, null)
        : new Disc(at.x, at.y, tone.singled() ? 5 : 3.5, fill);
  }

  private String colour(Tone tone) {
    return switch (tone) {
      case PLAIN -> palette.ink().muted();
      case PIE -> palette.arms().pie();
      case NON_PIE -> palette.arms().nonPie();
      default -> palette.highlights().get(Tone.HIGHLIGHTS.indexOf(tone));
    };
  }

  private void names(List<Mark> marks, Plot plot, List<Place> places, Rectangle frame) {
    NamePlaces taken = new NamePlaces(frame, NAME);
    places.forEach(place -> taken.block(place.x, place.y));
    for (boolean singled : new boolean[] {true, false}) {
      for (Place place : places) {
        Point point = plot.points.get(place.index);
        boolean highlighted = point.tone.singled();
        if (singled == highlighted && !point.name.isEmpty()) {
          String ink = highlighted ? colour(point.tone) : palette.ink().muted();
          Lettering type = Lettering.of(NAME, ink);
          NamePlaces.Spot spot = taken.place(point.name, place.x, place.y);
          if (spot.away()) {
            marks.add(
                Path.line(
                    place.x, place.y, spot.nearX(), spot.nearY(), Pen.of(ink, 0.75).faint(0.6)));
          }
          marks.add(
              new Text(spot.x(), spot.baseline(), point.name, highlighted ? type.strong() : type));
        }
      }
    }
  }

  private void axes(List<Mark> marks, Plot plot, ScatterScale across, ScatterScale up) {
    Lettering muted = Lettering.of(11, palette.ink().muted());
    Pen line = Pen.of(palette.ink().line(), 1);
    for (double value : across.ticks(across.to() - across.from() > 420 ? 7 : 4)) {
      double x = across.at(value);
      marks.add(new Text(x, up.from() + 16, across.words(value), muted.centred()));
    }
    for (double value : up.ticks(5)) {
      double y = up.at(value);
      marks.add(Path.line(LEFT, y, across.to(), y, line));
      marks.add(new Text(LEFT - 8, y + 4, up.words(value), muted.right()));
    }
    marks.add(new Text((LEFT + across.to()) / 2, up.from() + 34, plot.x.title, muted.centred()));
    marks.add(new Text(LEFT + 6, TOP + 2, plot.y.title, muted));
  }

  /** The line of least squares between the outermost points, in the space of the axes. */
  private void trend(List<Mark> marks, Plot plot, ScatterScale across, ScatterScale up) {
    List<Integer> usable = plot.usable();
    double[] x = usable.stream().mapToDouble(i -> across.linear(plot.points.get(i).x)).toArray();
    double[] y = usable.stream().mapToDouble(i -> up.linear(plot.points.get(i).y)).toArray();
    LeastSquares.fit(y, x)
        .value()
        .ifPresent(fit -> {
          double a = fit.terms().get(0).coefficient();
          double b = fit.terms().get(1).coefficient();
          double first = java.util.Arrays.stream(x).min().orElse(0);
          double last = java.util.Arrays.stream(x).max().orElse(0);
          marks.add(
              Path.line(
                  across.place(first),
                  Math.clamp(up.place(a + b * first), TOP, up.from()),
                  across.place(last),
                  Math.clamp(up.place(a + b * last), TOP, up.from()),
                  Pen.of(palette.ink().muted(), 1.5).dashed(4.0, 3.0)));
        });
  }
}
