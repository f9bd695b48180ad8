package org.exemplar.chart;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.chart.Mark.Rectangle;

/** Finds room for names beside points, so that none covers another name or point. */
final class NamePlaces {
  private static final double LETTER = 0.6;
  private static final double GAP = 7;
  private static final double POINT = 4;
  private static final int RINGS = 6;

  private final Rectangle frame;
  private final double size;
  private final List<Rectangle> taken = new ArrayList<>();

  /**
   * @param frame names stay inside
   * @param size of the letters in pixels
   */
  NamePlaces(Rectangle frame, double size) {
    this.frame = frame;
    this.size = size;
  }

  /**
   * Where a name goes.
   *
   * @param x of its start
   * @param baseline of its letters
   * @param away whether it stands so far off that a line should join it to its point
   * @param nearX where such a line ends
   * @param nearY where such a line ends
   */
  record Spot(double x, double baseline, boolean away, double nearX, double nearY) {}

  /** Keeps names off a point. */
  void block(double x, double y) {
    taken.add(new Rectangle(x - POINT, y - POINT, 2 * POINT, 2 * POINT));
  }

  /** The nearest free place for a name; where there is none, the one that covers least. */
  Spot place(String name, double x, double y) {
    double width = LETTER * size * name.length();
    Rectangle best = null;
    double least = Double.MAX_VALUE;
    boolean away = false;
    for (int ring = 0; ring < RINGS && least > 0; ring++) {
      for (Rectangle candidate : around(x, y, width, ring)) {
        double covered = outside(candidate) + covered(candidate);
        if (covered < least) {
          least = covered;
          best = candidate;
          away = ring > 0;
        }
      }
    }
    Rectangle chosen = best == null ? around(x, y, width, 0).getFirst() : best;
    taken.add(chosen);
    double nearX = Math.clamp(x, chosen.x(), chosen.x() + chosen.width());
    double nearY = Math.clamp(y, chosen.y(), chosen.y() + chosen.height());
    return new Spot(chosen.x(), chosen.y() + size * 0.85, away, nearX, nearY);
  }

  private List<Rectangle> around(double x, double y, double width, int ring) {
    double tall = size * 1.15;
    double step = ring * tall;
    List<Rectangle> all = new ArrayList<>();
    for (int side : new int[] {1, -1}) {
      double left = side > 0 ? x + GAP : x - GAP - width;
      for (double off : ring == 0 ? new double[] {0} : new double[] {-step, step}) {
        all.add(new Rectangle(left, y - tall / 2 + off, width, tall));
      }
    }
    for (double off : new double[] {-GAP - tall - step, GAP + step}) {
      all.add(new Rectangle(x - width / 2, y + off, width, tall));
    }
    return all;
  }

  private double covered(Rectangle r) {
    double sum = 0;
    for (Rectangle other : taken) {
      double w =
          Math.min(r.x() + r.width(), other.x() + other.width()) - Math.max(r.x(), other.x());
      double h =
          Math.min(r.y() + r.height(), other.y() + other.height()) - Math.max(r.y(), other.y());
      sum += w > 0 && h > 0 ? w * h : 0;
    }
    return sum;
  }

  private double outside(Rectangle r) {
    double w = Math.max(0, frame.x() - r.x()) + over(r.x() + r.width(), frame.x() + frame.width());
    double h =
        Math.max(0, frame.y() - r.y()) + over(r.y() + r.height(), frame.y() + frame.height());
    return w * r.height() + h * r.width();
  }

  private static double over(double end, double limit) {
    return Math.max(0, end - limit);
  }
}
