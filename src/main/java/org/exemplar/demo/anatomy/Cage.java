package org.exemplar.demo.anatomy;

import org.exemplar.demo.beam.Curve;
import org.exemplar.demo.beam.Slice;
import org.exemplar.demo.beam.Solid;

/** The pleural spaces and the diaphragm: where lungs are, in mm of the patient. */
public final class Cage {
  /** Where the lungs begin. */
  public static final double APEX = -152;

  private static final Curve OUTER =
      Curve.of(
          APEX, 54, -150, 67, -145, 83, -134, 100, -117, 115, -85, 127, -45, 135, 0, 140, 50, 143,
          100, 144, 160, 143, 200, 141);
  private static final Curve INNER =
      Curve.of(APEX, 50, -150, 39, -145, 31, -134, 23, -117, 17, -85, 11, -45, 8, 0, 6, 200, 6);
  private static final Curve DEPTH =
      Curve.of(
          APEX, 2, -149, 15, -143, 24, -132, 35, -115, 48, -85, 66, -45, 82, 0, 92, 50, 97, 200,
          96);
  private static final Curve MIDDLE = Curve.of(APEX, -34, -115, -20, -50, -6, 20, 0);
  private static final double SQUARE = 0.75;

  private final Chest chest;
  private final double broad;

  /** Of one chest. */
  public Cage(Chest chest) {
    this.chest = chest;
    this.broad = chest.person().broad() * (1 + 0.04 * chest.flat());
  }

  /** Half the width of the rib cage's inside at a height. */
  public double halfWidth(double y) {
    return OUTER.at(y) * broad;
  }

  /** Half the depth of the rib cage's inside at a height. */
  public double halfDepth(double y) {
    return DEPTH.at(y) * (1 + 0.08 * chest.flat());
  }

  /** Middle between back and front at a height. */
  public double middle(double y) {
    return MIDDLE.at(y);
  }

  /** The pleural space of a side, down to where the diaphragm meets the wall. */
  public Solid space(Lung lung) {
    return y -> y <= APEX ? Slice.NONE : spaceAt(lung, y);
  }

  private Slice spaceAt(Lung lung, double y) {
    double outer = halfWidth(y);
    double inner = INNER.at(y) * broad;
    double depth = halfDepth(y);
    double z = MIDDLE.at(y);
    return lung == Lung.RIGHT
        ? new Slice(-outer, -inner, z - depth, z + depth, SQUARE)
        : new Slice(inner, outer, z - depth, z + depth, SQUARE);
  }

  /** The height of the top of a dome. */
  public double domeTop(Lung lung) {
    double inspiration = 44 * chest.person().inspiration();
    double side = lung == Lung.RIGHT ? 0 : 11;
    return 98 + side - inspiration + chest.side(lung).domeDrop() + 22 * chest.flat();
  }

  private double domeHeight() {
    return 46 - 26 * chest.flat() + 8 * chest.person().inspiration();
  }

  /** The height of the costophrenic angle. */
  public double base(Lung lung) {
    return domeTop(lung) + domeHeight() * 0.95;
  }

  /** What lies below a dome; it fills the pleural space below the angle. */
  public Solid dome(Lung lung, double lowered) {
    double top = domeTop(lung) + lowered;
    double height = domeHeight();
    double x = (lung == Lung.RIGHT ? -70 : 73) * broad;
    double across = 82 * broad;
    return y -> {
      double t = (y - top) / height;
      if (t <= 0) {
        return Slice.NONE;
      }
      double s = t < 1 ? Math.pow(1 - Math.pow(1 - t, 2.3), 0.5) : 1 + 0.35 * (t - 1);
      double back = -74 - 60 * Math.clamp(t - 0.5, 0, 1.2);
      return new Slice(x - across * s, x + across * s, 14 + (back - 14) * s, 14 + 88 * s, 0.8);
    };
  }

  /** The lung itself: the pleural space less fluid, rind and air around it. */
  public Solid lung(Lung lung, double peeled) {
    Solid space = space(lung);
    Chest.Side side = chest.side(lung);
    return y -> {
      Slice slice = space.at(y);
      if (slice.empty()) {
        return slice;
      }
      slice = collapsed(slice, lung, y, side.air(), peeled);
      return slice.empty() ? slice : lifted(slice, lung, y, side);
    };
  }

  private static Slice collapsed(Slice slice, Lung lung, double y, double air, double peeled) {
    if (air == 0 && peeled == 0) {
      return slice;
    }
    double fromApex = y - APEX;
    double gap = air * (16 + 38 * Math.exp(-fromApex / 70)) + peeled;
    double top = air * 62 + peeled;
    double round = Math.min(1, (fromApex - top) / 45);
    if (round <= 0) {
      return Slice.NONE;
    }
    double width = slice.right() - slice.left();
    double kept = Math.max(0.15, 1 - gap / width) * (air == 0 ? 1 : Math.sqrt(round * (2 - round)));
    double root = lung == Lung.RIGHT ? slice.right() : slice.left();
    double pivot = root + lung.sign() * (air == 0 ? width / 2 : 12);
    return slice.about(pivot, (slice.back() + slice.front()) / 2, kept);
  }

  private Slice lifted(Slice slice, Lung lung, double y, Chest.Side side) {
    double factor = 1;
    double width = (slice.right() - slice.left()) / 2;
    if (side.fluid() > 0) {
      double above = (base(lung) - side.fluid() - y) / (18 + 0.55 * side.fluid());
      factor = above < -1 ? 0 : meniscus(above);
    }
    double rind = side.rind() * Math.clamp((y + 60) / 80, 0, 1);
    double cap = side.cap() * Math.clamp((-95 - y) / 40, 0, 1);
    factor = Math.min(factor, 1 - (rind + cap) / width);
    double root = lung == Lung.RIGHT ? slice.right() : slice.left();
    double pivot = root + lung.sign() * 0.62 * width;
    return factor <= 0.02
        ? Slice.NONE
        : slice.about(pivot, (slice.back() + slice.front()) / 2, factor);
  }

  /** How much of a section is free of fluid: it creeps up along the wall. */
  private static double meniscus(double above) {
    double t = (above + 1) / 2.6;
    return t >= 1 ? 1 : Math.pow(t, 0.27);
  }
}
