package org.exemplar.demo.anatomy;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.demo.beam.Curve;
import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Slice;
import org.exemplar.demo.beam.Solid;

/** Heart, great vessels and what else keeps the lungs apart. */
public final class Mediastinum {
  private final Chest chest;
  private final double shift;
  private final double lift;

  /** Of one chest. */
  public Mediastinum(Chest chest) {
    this.chest = chest;
    this.shift = chest.shift();
    this.lift = 30 * chest.person().inspiration() - 14 * chest.flat();
  }

  /** All of it, as solids that take the place of lung. */
  public List<Solid> solids() {
    List<Solid> solids = new ArrayList<>();
    solids.add(core());
    solids.add(front());
    solids.addAll(heart());
    solids.addAll(vessels());
    return solids;
  }

  private Solid core() {
    Draw draw = chest.person().draw("mediastinum");
    double wide = draw.between(0.85, 1.2) + 0.15 * chest.person().inspiration();
    Curve right = Curve.of(-220, 28, -160, 24, -120, 18, -85, 15, -30, 14, 40, 14, 200, 18);
    Curve left = Curve.of(-220, 29, -160, 25, -120, 19, -85, 15, -30, 14, 40, 15, 200, 19);
    return y -> {
      double moved = shift * Math.clamp((y + 170) / 120, 0, 0.7);
      return new Slice(moved - wide * right.at(y), moved + wide * left.at(y), -125, -52, 0);
    };
  }

  private Solid front() {
    Curve half = Curve.of(-220, 40, -160, 34, -130, 27, -100, 13, -60, 8, 0, 7, 60, 16, 200, 30);
    return y -> {
      double moved = shift * Math.clamp((y + 170) / 120, 0, 0.7) + 2;
      return new Slice(moved - half.at(y), moved + half.at(y), -5, 112, 0);
    };
  }

  private List<Solid> heart() {
    Draw draw = chest.person().draw("heart");
    double size = chest.heart() * draw.around(0.99, 0.05) * (1 - 0.14 * chest.flat());
    double upright =
        draw.around(0.62, 0.07)
            + 0.22 * chest.flat()
            - 0.22 * chest.person().inspiration()
            - 0.35 * (chest.heart() - 1);
    double y = 50 - lift;
    double x = 24 + shift;
    double above = 1 + 0.4 * (size - 1);
    List<Solid> heart = new ArrayList<>();
    heart.add(
        Solid.turned(
            new double[] {x + 8 * (size - 1), y + 6 * size, 12},
            new double[] {73 * size, 49 * size, 62 * size},
            upright));
    heart.add(
        Solid.turned(
            new double[] {-15 + shift - 9 * (size - 1), y + 2, 12},
            new double[] {33 * size, 50 * size, 50 * size},
            -0.25));
    heart.add(
        Solid.turned(
            new double[] {17 + shift, y - 47, 12}, new double[] {36 * above, 62, 44}, -0.36));
    heart.add(
        Solid.ellipsoid(new double[] {-2 + shift, y - 44, -8}, new double[] {43 * above, 36, 34}));
    heart.add(
        Solid.ellipsoid(new double[] {25 + shift, y - 82, 12}, new double[] {19 * above, 38, 26}));
    return heart;
  }

  private List<Solid> vessels() {
    Draw draw = chest.person().draw("aorta");
    double bend = chest.unfolding();
    double knob = draw.between(14, 18) + 7 * bend;
    double knobX = 20 + 13 * bend + 0.5 * shift;
    double knobY = -76 - 12 * bend - 0.3 * lift;
    double radius = 12 + 3 * bend;
    double winding = 26 * bend;
    List<Solid> vessels = new ArrayList<>();
    vessels.add(
        Solid.ellipsoid(
            new double[] {knobX + knob - 27, knobY, -10}, new double[] {27, knob * 1.08, 32}));
    vessels.add(
        column(
            Curve.of(
                knobY,
                knobX - 1,
                -30,
                21 + winding + shift * 0.4,
                40,
                18 + winding * 0.9,
                110,
                12,
                200,
                6),
            knobY - 4,
            260,
            radius,
            -44));
    vessels.add(
        column(
            Curve.of(
                -110,
                -4,
                -70,
                -13 - 14 * bend + 0.5 * shift,
                -20,
                -14 - 13 * bend + shift,
                20,
                -10),
            -100,
            20,
            17,
            24));
    vessels.add(
        column(
            Curve.of(-160, -26, -110, -20 + 0.4 * shift, -30, -20 + shift, 20, -16 + shift),
            -160,
            30,
            10 + 2.5 * chest.congestion(),
            8));
    vessels.add(column(Curve.of(-165, 36, -130, 29, -100, 22), -165, -95, 9, -20));
    return vessels;
  }

  private static Solid column(Curve x, double from, double to, double radius, double z) {
    return y -> {
      double end = Math.min(1, Math.min(y - from, to - y) / radius);
      if (end <= 0) {
        return Slice.NONE;
      }
      double r = radius * Math.sqrt(end * (2 - end));
      return new Slice(x.at(y) - r, x.at(y) + r, z - r, z + r, 0);
    };
  }

  /**
   * How far heart and vessels reach to a side at a height.
   *
   * @param side −1 the patient's right, +1 the left
   */
  public double border(int side, double y) {
    double reach = Double.NEGATIVE_INFINITY;
    for (Solid solid : solids()) {
      Slice slice = solid.at(y);
      if (!slice.empty()) {
        reach = Math.max(reach, side < 0 ? -slice.left() : slice.right());
      }
    }
    return Math.max(reach, 0);
  }

  /** Middle and radius of the aortic knob: x, y, radius. */
  public double[] knob() {
    Draw draw = chest.person().draw("aorta");
    double bend = chest.unfolding();
    double radius = draw.between(14, 18) + 7 * bend;
    return new double[] {20 + 13 * bend + 0.5 * shift, -76 - 12 * bend - 0.3 * lift, radius};
  }

  /** How far the heart stands up with the diaphragm, mm. */
  public double lift() {
    return lift;
  }
}
