package org.exemplar.demo.anatomy;

/**
 * Water in the lung: densest in the middle, fading outwards, with or without a pattern. It lies in
 * the lung only: where a ray passes less lung there is less of it.
 *
 * @param centre x, y, z in mm
 * @param half half axes in mm at which it has faded to 60 %
 * @param angle turned clockwise on the film, radians
 * @param amount water in mm that a ray through the middle passes
 * @param pattern how it is spread
 */
@SuppressWarnings("ArrayRecordComponent") // three numbers; never compared
public record Opacity(
    double[] centre, double[] half, double angle, double amount, Texture pattern) {

  /**
   * Irregularity of an opacity.
   *
   * @param share 0 smooth, 1 as patchy as can be
   * @param cell coarsest patches, mm
   * @param lines whether the pattern is a net of lines instead of patches
   * @param key which pattern
   */
  public record Texture(double share, double cell, boolean lines, long key) {}
}
