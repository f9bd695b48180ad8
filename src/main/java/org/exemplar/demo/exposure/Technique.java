package org.exemplar.demo.exposure;

import org.exemplar.demo.anatomy.Person;
import org.exemplar.demo.beam.Beam;
import org.exemplar.demo.beam.Draw;

/**
 * How a film is taken, with the faults that happen.
 *
 * @param beam where source and patient are
 * @param field side of the film in mm of a patient of middle height
 * @param offsetX how far the patient stands off the middle, mm
 * @param offsetY how far the patient stands off the middle, mm
 * @param quanta at a pixel of 1024 without a patient
 * @param scatter scattered share added to each primary quantum, before the grid's patient-dependent
 *     spread
 * @param blur standard deviation of unsharpness and motion, mm
 * @param bone contrast of bone, 1 at 120 kV
 * @param look how the detector's software renders
 * @param shutters edges of the collimated field as shares of the side: left, top, right, bottom
 */
public record Technique(
    Beam beam,
    double field,
    double offsetX,
    double offsetY,
    double quanta,
    double scatter,
    double blur,
    double bone,
    Look look,
    Shutters shutters) {

  /**
   * The detector's software.
   *
   * @param dark where the lung falls, as a shift of the tone curve; a fault when far from 0
   * @param contrast of the tone curve, 1 as usual
   * @param even how far large dark and light areas are evened out, 0 to 1
   * @param detail how far fine detail is lifted
   */
  public record Look(double dark, double contrast, double even, double detail) {}

  /** Edges of the collimated field as shares of the side. */
  public record Shutters(double left, double top, double right, double bottom) {}

  /** As drawn for this person. */
  public static Technique drawn(Person person, Draw draw) {
    boolean portable = person.portable();
    Beam beam =
        new Beam(
            portable,
            portable ? draw.between(1000, 1250) : draw.between(1750, 1850),
            draw.around(0, portable ? 0.055 : 0.025),
            portable ? draw.around(-0.05, 0.05) : draw.around(0, 0.012),
            draw.around(0, portable ? 0.03 : 0.012));
    boolean moved = draw.chance(0.05);
    boolean starved = draw.chance(portable ? 0.16 : 0.05);
    boolean misread = draw.chance(0.08);
    Look look =
        new Look(
            misread ? draw.side() * draw.between(0.10, 0.2) : draw.around(0, 0.035),
            draw.around(1, 0.09),
            draw.between(0.25, 0.5),
            draw.between(0.15, 0.6));
    return new Technique(
        beam,
        draw.between(348, 396) + 0.25 * person.fat(),
        draw.around(0, portable ? 11 : 5),
        draw.around(-2, portable ? 12 : 6),
        starved ? draw.between(7e3, 2.5e4) : draw.between(8e4, 3e5),
        (portable ? draw.between(0.5, 0.9) : draw.between(0.2, 0.4)) + 0.004 * person.fat(),
        moved ? draw.between(0.7, 1.5) : draw.between(0.1, 0.3),
        portable ? draw.between(1.1, 1.5) : draw.between(0.9, 1.2),
        look,
        shutters(draw));
  }

  private static Shutters shutters(Draw draw) {
    double[] edge = new double[4];
    for (int i = 0; i < 4; i++) {
      edge[i] = draw.chance(0.3) ? draw.between(0.005, 0.035) : 0;
    }
    return new Shutters(edge[0], edge[1], 1 - edge[2], 1 - edge[3]);
  }
}
