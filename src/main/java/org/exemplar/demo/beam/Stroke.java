package org.exemplar.demo.beam;

import java.util.ArrayList;
import java.util.List;

/** A tube in the patient: points in mm with radii, from one end to the other. Not thread-safe. */
public final class Stroke {
  /**
   * A point on the axis.
   *
   * @param radius half the height seen from the front
   */
  public record Point(double x, double y, double z, double radius) {}

  private final List<Point> points = new ArrayList<>();

  /** Adds a point. */
  public Stroke to(double x, double y, double z, double radius) {
    points.add(new Point(x, y, z, radius));
    return this;
  }

  /** The points so far. */
  public List<Point> points() {
    return List.copyOf(points);
  }

  /** The same as a smooth curve: each stretch cut into parts. */
  public Stroke smooth(int parts) {
    Stroke smooth = new Stroke();
    double[][] pairs = new double[4][2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      Point p = points.get(i);
      double[] values = {p.x, p.y, p.z, p.radius};
      for (int k = 0; k < 4; k++) {
        pairs[k][2 * i] = i;
        pairs[k][2 * i + 1] = values[k];
      }
    }
    Curve[] curves = new Curve[4];
    for (int k = 0; k < 4; k++) {
      curves[k] = Curve.of(pairs[k]);
    }
    int steps = (points.size() - 1) * parts;
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / parts;
      smooth.to(curves[0].at(t), curves[1].at(t), curves[2].at(t), curves[3].at(t));
    }
    return smooth;
  }
}
