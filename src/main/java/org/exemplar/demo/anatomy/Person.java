package org.exemplar.demo.anatomy;

import org.exemplar.demo.beam.Draw;

/**
 * How a healthy person is built, and how they stand for the film.
 *
 * @param woman whether there are breast shadows
 * @param size of everything, 1 for a man of middle height
 * @param broad of the chest across, 1 as usual
 * @param fat thickness of what lies on the chest wall, mm
 * @param age in years
 * @param inspiration 0 deep, 1 poor: how far the diaphragm stands up
 * @param portable lying or sitting in bed, source in front, arms down
 * @param key where the pattern of everything irregular comes from
 */
public record Person(
    boolean woman,
    double size,
    double broad,
    double fat,
    double age,
    double inspiration,
    boolean portable,
    long key) {

  /** Anyone who may be sent for a chest film. */
  public static Person drawn(Draw draw) {
    boolean woman = draw.chance(0.48);
    double heavy = Math.abs(draw.around(0, 1));
    boolean portable = draw.chance(0.3);
    return new Person(
        woman,
        draw.around(woman ? 0.93 : 1.0, 0.04),
        draw.around(1, 0.045) + 0.02 * heavy,
        8 + 15 * heavy + (woman ? 3 : 0),
        draw.between(22, 88),
        Math.clamp(draw.around(portable ? 0.5 : 0.2, 0.25), 0, 1),
        portable,
        draw.key());
  }

  /** Chance for one purpose, the same whatever else is drawn. */
  public Draw draw(String purpose) {
    return Draw.of(key).fork(purpose);
  }
}
