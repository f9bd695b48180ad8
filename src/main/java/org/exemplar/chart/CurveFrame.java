package org.exemplar.chart;

import java.util.List;
import java.util.OptionalDouble;
import org.exemplar.chart.ForgettingCurves.Curve;
import org.exemplar.chart.ForgettingCurves.Curves;
import org.exemplar.chart.Mark.Point;

/**
 * Where sparsities and changes lie in a chart of forgetting.
 *
 * @param sparsities of the points
 * @param right the pixel of the highest sparsity
 * @param bottom the pixel of a change of −100 %
 * @param top the change at the upper edge
 */
record CurveFrame(List<Double> sparsities, double right, double bottom, double top) {
  static final double LEFT = 52;
  private static final double TOP = 12;
  private static final double BOTTOM = 38;
  private static final double LETTER = 7.4;

  static CurveFrame of(Curves curves, double width, double height) {
    double highest = 0;
    int longest = 8;
    for (Curve curve : curves.curves()) {
      boolean front =
          curves.highlighted().contains(curve.finding())
              || curve.finding().equals(curves.focus().lifted());
      boolean band = curve.finding().equals(curves.focus().band());
      for (double value : band ? curve.high() : curve.change()) {
        highest = Double.isFinite(value) ? Math.max(highest, value) : highest;
      }
      longest = front ? Math.max(longest, curve.finding().length()) : longest;
    }
    double names = Math.min(width * 0.3, 16 + LETTER * longest);
    return new CurveFrame(
        curves.sparsities(), width - names, height - BOTTOM, Math.clamp(highest, 0.02, 0.3));
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

  /** The curve's change at one of its sparsities; empty where it has none. */
  OptionalDouble changeAt(Curve curve, double sparsity) {
    for (int k = 0; k < sparsities.size(); k++) {
      if (Math.abs(sparsities.get(k) - sparsity) < 1e-9 && Double.isFinite(curve.change().get(k))) {
        return OptionalDouble.of(curve.change().get(k));
      }
    }
    return OptionalDouble.empty();
  }
}
