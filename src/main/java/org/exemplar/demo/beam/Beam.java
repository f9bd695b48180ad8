package org.exemplar.demo.beam;

/**
 * How the patient stands in the beam. Patient coordinates in mm: {@code x} to the patient's left
 * (the picture's right), {@code y} down, {@code z} to the front; 0 in the middle of the chest. Film
 * coordinates are those of the plane {@code z = 0}.
 *
 * @param frontToBack whether the source is in front (AP, portable) or behind (PA)
 * @param sourceDistance from source to detector, mm
 * @param rotation of the patient about the vertical, radians
 * @param tilt of the beam against the horizontal, radians; a lordotic view is negative
 * @param lean how far x drifts for each mm of y
 */
public record Beam(
    boolean frontToBack, double sourceDistance, double rotation, double tilt, double lean) {
  private static final double DETECTOR = 130;

  private double magnification(double z) {
    double gap = frontToBack ? DETECTOR + z : DETECTOR - z;
    return sourceDistance / (sourceDistance - gap);
  }

  /** Size on the film of 1 mm at this depth. */
  public double scale(double z) {
    return magnification(z) / magnification(0);
  }

  /** Where a point falls on the film. */
  public double filmX(double x, double y, double z) {
    return (x * Math.cos(rotation) + z * Math.sin(rotation) + lean * y) * scale(z);
  }

  /** Where a point falls on the film. */
  public double filmY(double y, double z) {
    return (y + z * Math.tan(tilt)) * scale(z);
  }

  /** Height at this depth of what falls on a row of the film. */
  public double yAt(double filmY, double z) {
    return filmY / scale(z) - z * Math.tan(tilt);
  }

  /** Place at this height and depth of what falls on a column of the film. */
  public double xAt(double filmX, double y, double z) {
    return (filmX / scale(z) - z * Math.sin(rotation) - lean * y) / Math.cos(rotation);
  }
}
