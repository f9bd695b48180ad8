package org.exemplar.demo.beam;

import java.util.List;

/**
 * A film-sized sum of what rays pass, painted solid by solid in closed form. A tube of radius
 * {@code r} met at distance {@code d} from its axis under the angle {@code α} to it is {@code
 * 2·√(r²−d²)/sin α} long. Not thread-safe.
 */
public final class Layer {
  private static final double STEEPEST = 0.42;

  private final Beam beam;
  private final Grid grid;
  private final float[] sum;
  private final float[] crossed;
  private final float[] closest;

  /** Empty. */
  public Layer(Beam beam, Grid grid) {
    this.beam = beam;
    this.grid = grid;
    this.sum = new float[grid.count()];
    this.crossed = new float[grid.count()];
    this.closest = new float[grid.count()];
    java.util.Arrays.fill(closest, 1);
  }

  /**
   * What a tube is made of.
   *
   * @param core per mm, everywhere
   * @param shell per mm, in addition, in the wall
   * @param wall thickness of the wall, mm
   * @param flat depth as a share of the height
   */
  public record Matter(double core, double shell, double wall, double flat) {
    /** The same all through. */
    public static Matter plain(double core) {
      return new Matter(core, 0, 0, 1);
    }
  }

  /** The sums, row by row; shared. */
  public float[] values() {
    return sum;
  }

  /** Adds a tube; where it overlaps itself at a joint it counts once. */
  public void tube(Stroke stroke, Matter matter) {
    List<Stroke.Point> points = stroke.points();
    Box all = new Box(grid.side());
    for (int i = 0; i + 1 < points.size(); i++) {
      Ends ends = new Ends(i == 0 && cut(matter), i + 2 == points.size() && cut(matter));
      segment(points.get(i), points.get(i + 1), matter, ends, all);
    }
    boolean negative = matter.core < 0;
    for (int row = all.top; row <= all.bottom; row++) {
      for (int i = row * grid.side() + all.left; i <= row * grid.side() + all.right; i++) {
        sum[i] += negative ? -crossed[i] : crossed[i];
        crossed[i] = 0;
        closest[i] = 1;
      }
    }
  }

  /** Whether a tube is cut off straight at its first or last point. */
  private record Ends(boolean first, boolean last) {}

  private static boolean cut(Matter matter) {
    return matter.shell != 0;
  }

  private void segment(Stroke.Point from, Stroke.Point to, Matter matter, Ends ends, Box all) {
    double pitch = grid.pitch();
    double ax = grid.column(beam.filmX(from.x(), from.y(), from.z()));
    double ay = grid.row(beam.filmY(from.y(), from.z()));
    double bx = grid.column(beam.filmX(to.x(), to.y(), to.z()));
    double by = grid.row(beam.filmY(to.y(), to.z()));
    double scale = beam.scale((from.z() + to.z()) / 2) / pitch;
    double least = 0.75 * grid.aperture() / pitch;
    double ra = Math.max(least, from.radius() * scale);
    double rb = Math.max(least, to.radius() * scale);
    double thin = Math.min(1, (from.radius() + to.radius()) * scale / (ra + rb));
    double length = Math.hypot(Math.hypot(to.x() - from.x(), to.y() - from.y()), to.z() - from.z());
    double across = Math.hypot(to.x() - from.x(), to.y() - from.y());
    double steep = length == 0 ? 1 : Math.max(STEEPEST, across / length);
    double factor = 2 * matter.flat * thin * thin / steep / scale;
    double reach = Math.max(ra, rb);
    Box box =
        Box.around(
            grid.side(),
            Math.min(ax, bx) - reach,
            Math.max(ax, bx) + reach,
            Math.min(ay, by) - reach,
            Math.max(ay, by) + reach);
    all.include(box);
    paint(box, new double[] {ax, ay, bx, by, ra, rb, factor, matter.wall * scale}, matter, ends);
  }

  private void paint(Box box, double[] s, Matter matter, Ends ends) {
    double dx = s[2] - s[0];
    double dy = s[3] - s[1];
    double square = Math.max(1e-9, dx * dx + dy * dy);
    for (int row = box.top; row <= box.bottom; row++) {
      for (int column = box.left; column <= box.right; column++) {
        double px = column - s[0];
        double py = row - s[1];
        double along = (px * dx + py * dy) / square;
        if ((along < 0 && ends.first) || (along > 1 && ends.last)) {
          continue;
        }
        double t = Math.clamp(along, 0, 1);
        double qx = px - t * dx;
        double qy = py - t * dy;
        double distance = qx * qx + qy * qy;
        double radius = s[4] + (s[5] - s[4]) * t;
        double rest = radius * radius - distance;
        if (rest > 0) {
          int i = row * grid.side() + column;
          float close = (float) (distance / (radius * radius));
          if (close < closest[i]) {
            closest[i] = close;
            crossed[i] = (float) (s[6] * passed(matter, distance, radius, radius - s[7]));
          }
        }
      }
    }
  }

  private static double passed(Matter matter, double distance, double radius, double inner) {
    double outer = Math.sqrt(radius * radius - distance);
    double value = Math.abs(matter.core) * outer;
    if (matter.shell == 0) {
      return value;
    }
    double hollow = inner <= 0 ? 0 : Math.sqrt(Math.max(0, inner * inner - distance));
    return value + matter.shell * (outer - hollow);
  }

  /**
   * Adds a rounded block: {@code depth·√((1−u⁴)(1−v⁴))}.
   *
   * @param at centre, mm
   * @param half half width, half height, mm
   * @param angle turned clockwise on the film, radians
   * @param amount what a ray through the middle passes
   */
  public void block(double[] at, double[] half, double angle, double amount) {
    shape(
        at,
        half,
        angle,
        (u, v) -> {
          double u2 = u * u;
          double v2 = v * v;
          double rest = (1 - u2 * u2) * (1 - v2 * v2);
          return u2 < 1 && v2 < 1 ? amount * Math.sqrt(rest) : 0;
        });
  }

  /** Adds an ellipsoid: {@code amount·√(1−u²−v²)}. */
  public void ball(double[] at, double[] half, double angle, double amount) {
    shape(
        at,
        half,
        angle,
        (u, v) -> {
          double rest = 1 - u * u - v * v;
          return rest > 0 ? amount * Math.sqrt(rest) : 0;
        });
  }

  /** What a ray passes at a place of a shape, in units of its half axes. */
  @FunctionalInterface
  public interface Profile {
    /** Nothing beyond −1 to 1 in both. */
    double at(double u, double v);
  }

  /** Adds any shape that is given in units of its half axes. */
  public void shape(double[] at, double[] half, double angle, Profile profile) {
    double scale = beam.scale(at[2]);
    double cx = beam.filmX(at[0], at[1], at[2]);
    double cy = beam.filmY(at[1], at[2]);
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double a = half[0] * scale;
    double b = half[1] * scale;
    double reachX = Math.abs(a * c) + Math.abs(b * s);
    double reachY = Math.abs(a * s) + Math.abs(b * c);
    Box box =
        Box.around(
            grid.side(),
            grid.column(cx - reachX),
            grid.column(cx + reachX),
            grid.row(cy - reachY),
            grid.row(cy + reachY));
    for (int row = box.top; row <= box.bottom; row++) {
      double dy = grid.y(row) - cy;
      for (int column = box.left; column <= box.right; column++) {
        double dx = grid.x(column) - cx;
        double u = (dx * c + dy * s) / a;
        double v = (dy * c - dx * s) / b;
        if (u > -1 && u < 1 && v > -1 && v < 1) {
          sum[row * grid.side() + column] += (float) profile.at(u, v);
        }
      }
    }
  }

  private static final class Box {
    private int left;
    private int right;
    private int top;
    private int bottom;

    private Box(int side) {
      left = side;
      top = side;
      right = -1;
      bottom = -1;
    }

    static Box around(int side, double left, double right, double top, double bottom) {
      Box box = new Box(side);
      box.left = (int) Math.max(0, Math.ceil(left));
      box.right = (int) Math.min(side - 1, Math.floor(right));
      box.top = (int) Math.max(0, Math.ceil(top));
      box.bottom = (int) Math.min(side - 1, Math.floor(bottom));
      return box;
    }

    void include(Box box) {
      left = Math.min(left, box.left);
      right = Math.max(right, box.right);
      top = Math.min(top, box.top);
      bottom = Math.max(bottom, box.bottom);
    }
  }
}
