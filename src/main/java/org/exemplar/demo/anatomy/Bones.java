package org.exemplar.demo.anatomy;

import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Layer;
import org.exemplar.demo.beam.Layer.Matter;
import org.exemplar.demo.beam.Stroke;

/** Ribs, spine, shoulder girdle: what they add to the attenuation of soft tissue. */
public final class Bones {
  private static final double[] RIB_END = {
    0.70, 0.78, 0.80, 0.81, 0.80, 0.79, 0.77, 0.73, 0.68, 0.60, 0.48, 0.33
  };
  private static final double[] RIB_DROP = {44, 66, 82, 94, 103, 110, 114, 116, 116, 112, 104, 96};
  private static final double FIRST_RIB = -163;
  private static final double RIB_STEP = 22.6;

  private final Chest chest;
  private final Cage cage;
  private final double dense;

  /** Of one chest; bones thin with age. */
  public Bones(Chest chest, Cage cage) {
    this.chest = chest;
    this.cage = cage;
    double thinning = Math.max(0, chest.person().age() - 50) / 150;
    this.dense =
        chest.person().draw("bones").between(0.85, 1.15)
            * (1 - thinning)
            * (chest.person().woman() ? 0.92 : 1);
  }

  /** Adds all of them. */
  public void paint(Layer layer) {
    for (int rib = 0; rib < RIB_END.length; rib++) {
      rib(layer, rib, -1);
      rib(layer, rib, 1);
    }
    spine(layer);
    for (int side = -1; side <= 1; side += 2) {
      clavicle(layer, side);
      scapula(layer, side);
      humerus(layer, side);
    }
  }

  private Matter bone(double core, double shell, double wall, double flat) {
    return new Matter(core * dense, shell * dense, wall, flat);
  }

  private void rib(Layer layer, int rib, int side) {
    Draw draw = chest.person().draw("rib " + rib + " " + side);
    double height = FIRST_RIB + RIB_STEP * rib + draw.between(-1.5, 1.5);
    double drop =
        RIB_DROP[rib] * (1 - 0.22 * chest.flat() + 0.10 * chest.person().inspiration())
            + draw.between(-4, 4);
    double end = RIB_END[rib] + draw.between(-0.015, 0.015);
    double thick = (rib == 0 ? 6.4 : rib > 9 ? 4.6 : 5.6) * draw.between(0.93, 1.07);
    Matter matter = bone(0.0062, 0.0235, 1.25, 0.62);
    Stroke back = new Stroke();
    Stroke front = new Stroke();
    int steps = 40;
    for (int i = 0; i <= steps; i++) {
      double f = 0.012 + (end - 0.012) * i / steps;
      Stroke.Point p = ribPoint(f, side, height, drop, thick);
      if (f <= 0.5) {
        back.to(p.x(), p.y(), p.z(), p.radius());
      }
      if (f >= 0.5 || (i < steps && f + (end - 0.012) / steps > 0.5)) {
        double tip = Math.clamp((end - f) * 14 + 0.72, 0, 1);
        front.to(p.x(), p.y(), p.z(), p.radius() * tip * 1.06);
      }
    }
    layer.tube(back, matter);
    layer.tube(front, bone(0.0055, 0.0135, 1.15, 0.6));
  }

  private Stroke.Point ribPoint(double f, int side, double height, double drop, double thick) {
    double y = height - 9 * Math.sin(Math.min(1, f / 0.3) * Math.PI) + drop * sweep(f);
    double across = Math.max(60, cage.halfWidth(Math.max(y, height + 0.3 * drop)) + 3.5);
    double angle = f * Math.PI;
    double start = 15 * Math.max(0, 1 - f / 0.35);
    double x = side * (start + (across - start) * Math.pow(Math.sin(angle), f < 0.5 ? 0.66 : 0.74));
    double deep = cage.halfDepth(y) + 4;
    double z = cage.middle(y) - deep * Math.cos(angle) * (f < 0.5 ? 0.95 : 1);
    double neck = f < 0.12 ? 0.82 + 1.5 * f : 1;
    return new Stroke.Point(x, y, z, thick * neck);
  }

  /** How far down a rib has come: little behind, most of it along the side, less in front. */
  private static double sweep(double f) {
    double t = Math.clamp((f - 0.05) / 0.77, 0, 1);
    return 0.28 * t + 0.72 * t * t * (3 - 2 * t);
  }

  private void spine(Layer layer) {
    Draw draw = chest.person().draw("spine");
    double bend = draw.around(0, 2.5);
    double y = -236;
    for (int v = 0; v < 20; v++) {
      double grown = Math.clamp(v / 18.0, 0, 1);
      double tall = 16 + 8.5 * grown;
      double half = 11.5 + 8.5 * grown;
      double x = bend * Math.sin((y + 150) / 95);
      vertebra(layer, draw, new double[] {x, y, -62}, half, tall / 2);
      y += tall + 3.2 + 1.4 * grown;
    }
  }

  private void vertebra(Layer layer, Draw draw, double[] at, double half, double up) {
    double tilt = draw.around(0, 0.02);
    layer.block(at, new double[] {half, up}, tilt, 0.12 * dense);
    layer.block(at, new double[] {half * 0.93, up - 1.6}, tilt, -0.025 * dense);
    for (int end = -1; end <= 1; end += 2) {
      double[] plate = {at[0], at[1] + end * (up - 0.7), at[2]};
      layer.block(plate, new double[] {half, 1.3}, tilt, 0.055 * dense);
      double[] pedicle = {at[0] + end * half * 0.62, at[1] - up * 0.25, at[2] - 15};
      layer.ball(pedicle, new double[] {3.3, 4.8}, 0, 0.12 * dense);
      layer.ball(pedicle, new double[] {2.1, 3.4}, 0, -0.07 * dense);
      Stroke process = new Stroke();
      process.to(at[0] + end * half * 0.7, at[1] - up * 0.3, at[2] - 22, 3.6);
      process.to(at[0] + end * (half + 17), at[1] - up * 0.75, at[2] - 30, 3.2);
      layer.tube(process, bone(0.005, 0.012, 1.1, 0.7));
    }
    double[] spinous = {at[0] + draw.around(0, 0.6), at[1] + up * 1.0, at[2] - 40};
    layer.ball(spinous, new double[] {2.8, 7.5}, 0, 0.16 * dense);
  }

  private void clavicle(Layer layer, int side) {
    Draw draw = chest.person().draw("clavicles");
    double raise = draw.around(0, 6) + (chest.person().portable() ? 9 : 0);
    double own = chest.person().draw("clavicle " + side).around(0, 3);
    Stroke shape = new Stroke();
    shape.to(side * 14, -112, 84, 9.5);
    shape.to(side * 30, -118 - 0.2 * raise, 86, 8);
    shape.to(side * 62, -128 - 0.5 * raise + own, 86, 6.2);
    shape.to(side * 98, -143 - 0.8 * raise + own, 68, 5.8);
    shape.to(side * 132, -153 - raise + own, 34, 6.4);
    shape.to(side * 158, -152 - raise + own, 12, 6.4);
    layer.tube(shape.smooth(10), bone(0.0062, 0.020, 1.7, 0.85));
  }

  private void scapula(Layer layer, int side) {
    Draw draw = chest.person().draw("scapulae");
    double out = chest.person().portable() ? draw.between(-12, 8) : draw.between(12, 30);
    double x = side * (134 + out);
    double lean = side * draw.between(-0.2, -0.06);
    layer.shape(
        new double[] {x, -72, -88},
        new double[] {40, 82},
        lean,
        (u, v) -> plate(side * u, v, 0.075 * dense));
    Stroke border = new Stroke();
    border.to(x + side * 30, -122, -70, 6.5);
    border.to(x + side * 21, -85, -84, 4.6);
    border.to(x + side * 4, -30, -92, 3.8);
    border.to(x - side * 6, 3, -92, 4.2);
    layer.tube(border.smooth(6), bone(0.005, 0.014, 1.4, 0.8));
    Stroke spine = new Stroke();
    spine.to(x - side * 34, -112, -95, 3);
    spine.to(x, -132, -96, 4);
    spine.to(x + side * 30, -154, -70, 6);
    spine.to(x + side * 44, -158, -30, 6.5);
    layer.tube(spine.smooth(6), bone(0.004, 0.011, 1.6, 0.6));
    layer.ball(new double[] {x + side * 24, -144, -20}, new double[] {7, 9}, 0, 0.1 * dense);
    layer.ball(
        new double[] {x + side * 33, -125, -60}, new double[] {7, 17}, side * 0.15, 0.1 * dense);
  }

  private static double plate(double u, double v, double amount) {
    double taper = 0.95 - 0.62 * (v + 1) / 2;
    double middle = 0.25 - 0.42 * (v + 1) / 2;
    double w = Math.abs(u - middle) / taper;
    double edge = Math.min(1, Math.min((1 - w) * 9, (1 - Math.abs(v)) * 9));
    return w < 1 ? amount * edge * (0.65 + 0.5 * w * w) : 0;
  }

  private void humerus(Layer layer, int side) {
    Draw draw = chest.person().draw("scapulae");
    double out = 0.6 * draw.between(0, 14);
    double x = side * (183 + out);
    layer.ball(new double[] {x, -124, -30}, new double[] {23, 24}, 0, 0.30 * dense);
    layer.ball(new double[] {x, -124, -30}, new double[] {21.5, 22.5}, 0, -0.05 * dense);
    double lean = chest.person().portable() ? 0.14 : 0.3;
    Stroke shaft = new Stroke();
    shaft.to(x + side * 5, -112, -25, 17);
    shaft.to(x + side * 12, -85, -15, 13);
    shaft.to(x + side * (12 + 50 * lean), -35, 0, 11.5);
    shaft.to(x + side * (12 + 190 * lean), 105, 0, 12);
    layer.tube(shaft.smooth(5), bone(0.004, 0.024, 3.2, 0.95));
  }
}
