package org.exemplar.demo.beam;

/**
 * A body described by its horizontal sections. What a ray passes of it has a closed form: with
 * {@code u} from −1 to 1 across the section, half the depth is {@code b·√((1−u²)(1+k·u²))}.
 */
@FunctionalInterface
public interface Solid {
  /** The section at a height in mm, never null. */
  Slice at(double y);

  /** An ellipsoid with axes along the coordinates. */
  static Solid ellipsoid(double[] centre, double[] radii) {
    return y -> {
      double v = (y - centre[1]) / radii[1];
      if (Math.abs(v) >= 1) {
        return Slice.NONE;
      }
      double s = Math.sqrt(1 - v * v);
      return new Slice(
          centre[0] - radii[0] * s,
          centre[0] + radii[0] * s,
          centre[2] - radii[2] * s,
          centre[2] + radii[2] * s,
          0);
    };
  }

  /**
   * An ellipsoid turned in the plane of the film.
   *
   * @param angle of its first axis against x, radians, clockwise on the film
   */
  static Solid turned(double[] centre, double[] radii, double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    double p = c * c / (radii[0] * radii[0]) + s * s / (radii[1] * radii[1]);
    double q = c * s * (1 / (radii[0] * radii[0]) - 1 / (radii[1] * radii[1]));
    double r = s * s / (radii[0] * radii[0]) + c * c / (radii[1] * radii[1]);
    return y -> {
      double dy = y - centre[1];
      double rest = 1 - (r - q * q / p) * dy * dy;
      if (rest <= 0) {
        return Slice.NONE;
      }
      double middle = centre[0] - q / p * dy;
      double half = Math.sqrt(rest / p);
      double depth = radii[2] * Math.sqrt(rest);
      return new Slice(middle - half, middle + half, centre[2] - depth, centre[2] + depth, 0);
    };
  }
}
