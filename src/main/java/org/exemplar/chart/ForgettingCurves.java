package org.exemplar.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.exemplar.chart.Mark.Fill;
import org.exemplar.chart.Mark.Lettering;
import org.exemplar.chart.Mark.Path;
import org.exemplar.chart.Mark.Pen;
import org.exemplar.chart.Mark.Point;
import org.exemplar.chart.Mark.Text;

/**
 * How average precision falls with sparsity, one line for each finding: the highlighted ones in
 * colour and dash with their names at the right end, the first of them with the spread over runs as
 * a band, all others gray.
 */
public final class ForgettingCurves {
  private static final double LEFT = 52;
  private static final double RIGHT = 132;
  private static final double TOP = 12;
  private static final double BOTTOM = 38;
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
   */
  public record Curve(String finding, List<Double> change, List<Double> low, List<Double> high) {
    public Curve {
      change = List.copyOf(change);
      low = List.copyOf(low);
      high = List.copyOf(high);
    }
  }

  /**
   * What is drawn.
   *
   * @param sparsities x of the points, ascending, without the dense network
   * @param curves one for each finding
   * @param highlighted names, at most four; the first has the band
   */
  public record Curves(List<Double> sparsities, List<Curve> curves, List<String> highlighted) {
    public Curves {
      sparsities = List.copyOf(sparsities);
      curves = List.copyOf(curves);
      highlighted = List.copyOf(highlighted);
      if (highlighted.size() > 4) {
        throw new IllegalArgumentException(highlighted.size() + " highlighted; at most four");
      }
    }
  }

  /** Draws at a size. */
  public Drawing draw(Curves curves, double width, double height) {
    Frame frame = Frame.of(curves, width, height);
    List<Mark> marks = new ArrayList<>();
    grid(marks, frame, curves);
    for (Curve curve : curves.curves()) {
      if (!curves.highlighted().contains(curve.finding())) {
        lines(marks, frame, curve, Pen.of(palette.ink().muted(), 1).faint(0.5));
      }
    }
    Map<String, Double> ends = new HashMap<>();
    for (int i = 0; i < curves.highlighted().size(); i++) {
      String name = curves.highlighted().get(i);
      String colour = palette.highlights().get(i);
      Pen pen = new Pen(colour, i == 0 ? 2.25 : 1.5, 1, DASHES.get(i));
      for (Curve curve : curves.curves()) {
        if (curve.finding().equals(name)) {
          if (i == 0) {
            band(marks, frame, curve, colour);
          }
          lines(marks, frame, curve, pen);
          last(curve).ifPresent(value -> ends.put(name, frame.y(value)));
        }
      }
    }
    names(marks, frame, curves, ends);
    return new Drawing(width, height, describe(curves), marks);
  }

  private void grid(List<Mark> marks, Frame frame, Curves curves) {
    Lettering word = Lettering.of(11, palette.ink().muted());
    for (int percent = 0; percent >= -100; percent -= 20) {
      double y = frame.y(percent / 100.0);
      boolean threshold = percent == -20;
      String colour = threshold ? palette.arms().pieText() : palette.ink().line();
      Pen pen = Pen.of(colour, 1);
      marks.add(Path.line(LEFT, y, frame.right(), y, threshold ? pen.dashed(3.0, 3.0) : pen));
      String number = percent == 0 ? "0" : "\u2212" + -percent + " %";
      marks.add(new Text(LEFT - 8, y + 4, number, word.right()));
      if (threshold) {
        marks.add(new Text(LEFT + 6, y - 5, "20 % drop", Lettering.of(11, colour)));
      }
    }
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double at = tenth / 10.0;
      if (at <= curves.sparsities().getLast()) {
        marks.add(
            new Text(frame.x(at), frame.bottom() + 16, Figures.decimals(at, 1), word.centred()));
      }
    }
    marks.add(
        new Text((LEFT + frame.right()) / 2, frame.bottom() + 32, "sparsity", word.centred()));
  }

  private static void lines(List<Mark> marks, Frame frame, Curve curve, Pen pen) {
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

  private static void band(List<Mark> marks, Frame frame, Curve curve, String colour) {
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

  private static Optional<Double> last(Curve curve) {
    return curve.change().reversed().stream().filter(Double::isFinite).findFirst();
  }

  /** Names at the right end, pushed apart to 16 px. */
  private void names(List<Mark> marks, Frame frame, Curves curves, Map<String, Double> ends) {
    List<String> order =
        curves.highlighted().stream()
            .filter(ends::containsKey)
            .sorted(Comparator.comparingDouble(name -> ends.getOrDefault(name, 0.0)))
            .toList();
    double[] y = new double[order.size()];
    for (int i = 0; i < y.length; i++) {
      double wanted = ends.getOrDefault(order.get(i), 0.0);
      y[i] = i == 0 ? wanted : Math.max(wanted, y[i - 1] + 16);
    }
    double over = y.length == 0 ? 0 : Math.max(0, y[y.length - 1] - frame.bottom());
    for (int i = 0; i < y.length; i++) {
      String colour = palette.highlights().get(curves.highlighted().indexOf(order.get(i)));
      Lettering type = Lettering.of(13, colour).strong();
      marks.add(new Text(frame.right() + 10, y[i] - over + 4, order.get(i), type));
    }
    int others = curves.curves().size() - order.size();
    if (others > 0 && y.length > 0) {
      Lettering type = Lettering.of(11, palette.ink().muted());
      marks.add(new Text(frame.right() + 10, y[0] - over - 12, others + " others", type));
    }
  }

  private static String describe(Curves curves) {
    List<String> parts = new ArrayList<>();
    for (Curve curve : curves.curves()) {
      if (curves.highlighted().contains(curve.finding())) {
        last(curve)
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

  /** Values to places. */
  private record Frame(List<Double> sparsities, double right, double bottom, double top) {
    static Frame of(Curves curves, double width, double height) {
      double highest =
          curves.curves().stream()
              .flatMap(curve -> IntStream.range(0, curve.high().size()).mapToObj(curve.high()::get))
              .filter(Double::isFinite)
              .mapToDouble(Double::doubleValue)
              .max()
              .orElse(0);
      return new Frame(
          curves.sparsities(), width - RIGHT, height - BOTTOM, Math.clamp(highest, 0.02, 0.3));
    }

    double x(double sparsity) {
      return LEFT + sparsity / sparsities.getLast() * (right - LEFT);
    }

    double y(double change) {
      return TOP + (top - Math.clamp(change, -1.0, top)) / (1 + top) * (bottom - TOP);
    }

    Point point(int index, double change) {
      return new Point(x(sparsities.get(index)), y(change));
    }
  }
}
