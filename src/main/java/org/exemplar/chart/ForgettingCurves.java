package org.exemplar.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.exemplar.chart.Mark.Text;

/**
 * How average precision falls with sparsity, one line for each finding: the highlighted ones in
 * colour and dash with their names at the right end, the one in focus with the spread over runs as
 * a band, all others gray. A diamond marks the first significant drop, a disc where the median
 * crosses 20 %.
 */
public final class ForgettingCurves {
  private static final List<List<Double>> DASHES =
      List.of(List.of(), List.of(7.0, 3.0), List.of(9.0, 3.0, 2.0, 3.0), List.of(2.0, 4.0));

  private final Palette palette;

  public ForgettingCurves(Palette palette) {
    this.palette = palette;
  }

  /**
   * One finding's curve.
   *
   * @param finding its name
   * @param change relative change at each sparsity; NaN breaks the line
   * @param low smallest over runs
   * @param high largest over runs
   * @param drops where it is first forgotten
   */
  public record Curve(
      String finding, List<Double> change, List<Double> low, List<Double> high, Drops drops) {
    public Curve {
      change = List.copyOf(change);
      low = List.copyOf(low);
      high = List.copyOf(high);
    }

    /** A curve without marks. */
    public Curve(String finding, List<Double> change, List<Double> low, List<Double> high) {
      this(finding, change, low, high, new Drops(OptionalDouble.empty(), OptionalDouble.empty()));
    }

    /** The change at the highest sparsity that has one. */
    Optional<Double> last() {
      return change.reversed().stream().filter(Double::isFinite).findFirst();
    }
  }

  /**
   * Where a finding is first forgotten.
   *
   * @param significant sparsity of the first significant drop, one of the curve's points
   * @param overTwenty sparsity at which the median crosses 20 %, between points
   */
  public record Drops(OptionalDouble significant, OptionalDouble overTwenty) {}

  /**
   * What is drawn.
   *
   * @param sparsities x of the points, ascending, without the dense network
   * @param curves one for each finding
   * @param highlighted names, at most four; an empty one leaves its colour unused
   * @param focus which finding has the band, and which gray one is lifted
   */
  public record Curves(
      List<Double> sparsities, List<Curve> curves, List<String> highlighted, Focus focus) {
    public Curves {
      sparsities = List.copyOf(sparsities);
      curves = List.copyOf(curves);
      highlighted = List.copyOf(highlighted);
      if (highlighted.size() > 4) {
        throw new IllegalArgumentException(highlighted.size() + " highlighted; at most four");
      }
    }

    /** The first of the highlighted ones is in focus. */
    public Curves(List<Double> sparsities, List<Curve> curves, List<String> highlighted) {
      this(
          sparsities,
          curves,
          highlighted,
          new Focus(highlighted.isEmpty() ? "" : highlighted.getFirst(), ""));
    }
  }

  /**
   * Findings by name that are drawn in front.
   *
   * @param band has the spread over runs and the thickest line; empty for none
   * @param lifted is drawn as if it were highlighted, in no colour; empty for none
   */
  public record Focus(String band, String lifted) {}

  /**
   * Where a point lies.
   *
   * @param curve index of the curve
   * @param point index of the sparsity
   */
  public record Place(int curve, int point, double x, double y) {}

  /** Where the points of all curves lie, curve by curve. */
  public static List<Place> places(Curves curves, double width, double height) {
    CurveFrame frame = CurveFrame.of(curves, width, height);
    List<Place> places = new ArrayList<>();
    for (int c = 0; c < curves.curves().size(); c++) {
      Curve curve = curves.curves().get(c);
      for (int k = 0; k < curve.change().size(); k++) {
        if (Double.isFinite(curve.change().get(k))) {
          Point at = frame.point(k, curve.change().get(k));
          places.add(new Place(c, k, at.x(), at.y()));
        }
      }
    }
    return places;
  }

  /** Draws at a size. */
  public Drawing draw(Curves curves, double width, double height) {
    CurveFrame frame = CurveFrame.of(curves, width, height);
    List<Mark> marks = new ArrayList<>();
    grid(marks, frame, curves);
    Map<String, Double> ends = new HashMap<>();
    for (Curve curve : curves.curves()) {
      if (!curves.highlighted().contains(curve.finding())) {
        boolean lifted = curve.finding().equals(curves.focus().lifted());
        String ink = lifted ? palette.ink().strong() : palette.ink().muted();
        lines(marks, frame, curve, lifted ? Pen.of(ink, 1.5) : Pen.of(ink, 1).faint(0.5));
        if (lifted) {
          drops(marks, frame, curve, ink);
          curve.last().ifPresent(value -> ends.put(curve.finding(), frame.y(value)));
        }
      }
    }
    for (Curve curve : curves.curves()) {
      int slot = curves.highlighted().indexOf(curve.finding());
      if (slot >= 0) {
        highlighted(marks, frame, curves, curve, slot);
        curve.last().ifPresent(value -> ends.put(curve.finding(), frame.y(value)));
      }
    }
    names(marks, frame, curves, ends);
    return new Drawing(width, height, describe(curves), marks);
  }

  private void highlighted(
      List<Mark> marks, CurveFrame frame, Curves curves, Curve curve, int slot) {
    boolean focus = curve.finding().equals(curves.focus().band());
    String colour = palette.highlights().get(slot);
    if (focus) {
      band(marks, frame, curve, colour);
    }
    lines(marks, frame, curve, new Pen(colour, focus ? 2.25 : 1.5, 1, DASHES.get(slot)));
    drops(marks, frame, curve, colour);
  }

  private void grid(List<Mark> marks, CurveFrame frame, Curves curves) {
    Lettering word = Lettering.of(11, palette.ink().muted());
    double left = CurveFrame.LEFT;
    for (int percent = 0; percent >= -100; percent -= 20) {
      double y = frame.y(percent / 100.0);
      boolean threshold = percent == -20;
      String colour = threshold ? palette.arms().pieText() : palette.ink().line();
      Pen pen = Pen.of(colour, 1);
      marks.add(Path.line(left, y, frame.right(), y, threshold ? pen.dashed(3.0, 3.0) : pen));
      String number = percent == 0 ? "0" : "\u2212" + -percent + " %";
      marks.add(new Text(left - 8, y + 4, number, word.right()));
      if (threshold) {
        marks.add(new Text(left + 6, y - 5, "20 % drop", Lettering.of(11, colour)));
      }
    }
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double at = tenth / 10.0;
      if (at <= curves.sparsities().getLast()) {
        marks.add(
            new Text(frame.x(at), frame.bottom() + 16, Figures.decimals(at, 1), word.centred()));
      }
    }
    double last = curves.sparsities().getLast();
    if (last * 10 % 2 > 0.6) {
      marks.add(
          new Text(frame.x(last), frame.bottom() + 16, Figures.decimals(last, 2), word.centred()));
    }
    marks.add(
        new Text((left + frame.right()) / 2, frame.bottom() + 32, "sparsity", word.centred()));
  }

  private static void lines(List<Mark> marks, CurveFrame frame, Curve curve, Pen pen) {
    List<Point> run = new ArrayList<>();
    run.add(new Point(frame.x(0), frame.y(0)));
    for (int i = 0; i < curve.change().size(); i++) {
      if (Double.isFinite(curve.change().get(i))) {
        run.add(frame.point(i, curve.change().get(i)));
      } else {
        if (run.size() > 1) {
          marks.add(new Path(run, false, null, pen));
        }
        run = new ArrayList<>();
      }
    }
    if (run.size() > 1) {
      marks.add(new Path(run, false, null, pen));
    }
  }

  private static void band(List<Mark> marks, CurveFrame frame, Curve curve, String colour) {
    List<Point> edge = new ArrayList<>();
    edge.add(new Point(frame.x(0), frame.y(0)));
    for (int i = 0; i < curve.high().size(); i++) {
      if (Double.isFinite(curve.high().get(i))) {
        edge.add(frame.point(i, curve.high().get(i)));
      }
    }
    for (int i = curve.low().size() - 1; i >= 0; i--) {
      if (Double.isFinite(curve.low().get(i))) {
        edge.add(frame.point(i, curve.low().get(i)));
      }
    }
    marks.add(new Path(edge, true, new Fill(colour, 0.13), null));
  }

  /** The disc where the median crosses 20 %, the diamond at the first significant drop. */
  private void drops(List<Mark> marks, CurveFrame frame, Curve curve, String colour) {
    curve
        .drops()
        .overTwenty()
        .ifPresent(at -> marks.add(new Mark.Disc(frame.x(at), frame.y(-0.2), 4, Fill.of(colour))));
    curve
        .drops()
        .significant()
        .ifPresent(at ->
            frame
                .changeAt(curve, at)
                .ifPresent(change -> marks.add(diamond(frame.x(at), frame.y(change), colour))));
  }

  private Path diamond(double x, double y, String colour) {
    double r = 6;
    return new Path(
        List.of(new Point(x - r, y), new Point(x, y - r), new Point(x + r, y), new Point(x, y + r)),
        true,
        Fill.of(palette.ink().ground()),
        Pen.of(colour, 1.5));
  }

  /** Names at the right end, pushed apart to 16 px. */
  private void names(List<Mark> marks, CurveFrame frame, Curves curves, Map<String, Double> ends) {
    List<String> order =
        ends.keySet().stream()
            .sorted(
                Comparator.comparingDouble((String name) -> ends.getOrDefault(name, 0.0))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    double[] y = new double[order.size()];
    for (int i = 0; i < y.length; i++) {
      double wanted = ends.getOrDefault(order.get(i), 0.0);
      y[i] = i == 0 ? wanted : Math.max(wanted, y[i - 1] + 16);
    }
    double over = y.length == 0 ? 0 : Math.max(0, y[y.length - 1] - frame.bottom());
    for (int i = 0; i < y.length; i++) {
      int slot = curves.highlighted().indexOf(order.get(i));
      String colour = slot < 0 ? palette.ink().strong() : palette.highlights().get(slot);
      Lettering type = Lettering.of(13, colour).strong();
      marks.add(new Text(frame.right() + 10, y[i] - over + 4, order.get(i), type));
    }
    int others = curves.curves().size() - order.size();
    if (others > 0 && y.length > 0) {
      Lettering type = Lettering.of(11, palette.ink().muted());
      String words = others == 1 ? "1 other" : others + " others";
      marks.add(new Text(frame.right() + 10, y[0] - over - 12, words, type));
    }
  }

  private static String describe(Curves curves) {
    List<String> parts = new ArrayList<>();
    for (Curve curve : curves.curves()) {
      if (curves.highlighted().contains(curve.finding())) {
        curve
            .last()
            .ifPresent(
                value -> parts.add(curve.finding() + " " + Figures.percent(value) + " per cent"));
      }
    }
    return "Change of average precision at sparsity "
        + Figures.decimals(curves.sparsities().getLast(), 2)
        + ": "
        + String.join(", ", parts)
        + ".";
  }
}
