package org.exemplar.demo.disease;

import org.exemplar.demo.anatomy.Cage;
import org.exemplar.demo.anatomy.Chest;
import org.exemplar.demo.anatomy.Lung;
import org.exemplar.demo.anatomy.Opacity;
import org.exemplar.demo.anatomy.Opacity.Texture;
import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Layer;
import org.exemplar.demo.beam.Layer.Matter;
import org.exemplar.demo.beam.Stroke;

/** Findings in one place of a lung. */
final class FocalDisease {
  private final Chest chest;
  private final Draw draw;
  private final Severity severity;

  FocalDisease(Chest chest, Draw draw, Severity severity) {
    this.chest = chest;
    this.draw = draw;
    this.severity = severity;
  }

  void put(Finding finding) {
    switch (finding) {
      case NODULE -> nodules();
      case MASS -> mass();
      case ATELECTASIS -> atelectasis();
      default -> throw new IllegalArgumentException(finding + " is not focal");
    }
  }

  private double[] place() {
    double y = draw.between(-105, 62);
    double out = 42 + (y + 152) * 0.16;
    return new double[] {draw.side() * draw.between(out, out + 48), y, draw.between(-50, 50)};
  }

  private void nodules() {
    int number = draw.chance(0.3) ? 2 + draw.below(4) : 1;
    for (int i = 0; i < number; i++) {
      double[] at = place();
      double r = severity.between(6.5, 13.5) * draw.between(0.85, 1.1);
      double angle = draw.between(-1.5, 1.5);
      boolean calcified = draw.chance(0.25);
      chest.inLung(layer -> nodule(layer, at, r, angle, calcified));
    }
  }

  private static void nodule(Layer layer, double[] at, double r, double angle, boolean calcified) {
    double[] half = {r * 1.06, r * 0.94};
    layer.shape(
        at,
        half,
        angle,
        (u, v) -> {
          double rest = 1 - u * u - v * v;
          return rest <= 0 ? 0 : 2 * r * rest * (1.3 - 0.3 * rest) * (calcified ? 2.0 : 1.35);
        });
  }

  private void mass() {
    double[] at = place();
    double r = severity.between(19, 38);
    double angle = draw.between(-1.5, 1.5);
    long key = draw.key();
    chest.add(
        new Opacity(
            at,
            new double[] {r * 0.8, r * 0.72},
            angle,
            r * 0.9,
            new Texture(0.25, 10, false, key)));
    chest.inLung(layer -> solidMass(layer, at, r, angle));
  }

  private void solidMass(Layer layer, double[] at, double r, double angle) {
    Draw own = draw.fork("mass");
    for (int lobe = 0; lobe < 4; lobe++) {
      double[] centre = {
        at[0] + own.between(-0.3, 0.3) * r, at[1] + own.between(-0.3, 0.3) * r, at[2]
      };
      double part = r * own.between(0.6, 0.8);
      layer.ball(centre, new double[] {part, part * 0.9}, angle + lobe, 0.62 * part);
    }
    for (int i = 0; i < 14; i++) {
      double way = own.between(0, 2 * Math.PI);
      double from = r * 0.6;
      double to = r * own.between(1.0, 1.45);
      Stroke spike = new Stroke();
      spike.to(at[0] + from * Math.cos(way), at[1] + from * Math.sin(way), at[2], 1.2);
      spike.to(at[0] + to * Math.cos(way), at[1] + to * Math.sin(way), at[2], 0.4);
      layer.tube(spike, Matter.plain(1.6));
    }
  }

  private void atelectasis() {
    if (draw.chance(0.45)) {
      plates();
    } else {
      collapse();
    }
  }

  /** Bands across the base, a few mm thick. */
  private void plates() {
    int side = draw.side();
    int number = 1 + draw.below(3);
    chest.side(Lung.of(side)).lowerDome(-severity.between(6, 18));
    for (int i = 0; i < number; i++) {
      double y = new Cage(chest).domeTop(Lung.of(side)) - draw.between(12, 48);
      double x = side * draw.between(56, 92);
      double tilt = side * draw.between(-0.35, 0.3);
      double length = draw.between(26, 46);
      double thick = severity.between(2.2, 4.6);
      double amount = severity.between(26, 48);
      chest.inLung(layer ->
          layer.shape(
              new double[] {x, y, -20},
              new double[] {length, thick},
              tilt,
              (u, v) -> amount * (1 - u * u) * (1 - v * v)));
    }
  }

  /** A lower lobe shrinks to a wedge beside the spine; its dome rises, the heart follows. */
  private void collapse() {
    int side = draw.side();
    Lung lung = Lung.of(side);
    chest.side(lung).lowerDome(-severity.between(12, 34));
    chest.push(side * severity.between(4, 15));
    chest.side(lung).aerate(0.88);
    double y = new Cage(chest).domeTop(lung);
    chest.add(
        new Opacity(
            new double[] {side * 50, y - 16, -40},
            new double[] {severity.between(22, 32), severity.between(26, 38)},
            side * 0.5,
            severity.between(50, 100),
            new Texture(0.15, 14, false, draw.key())));
  }
}
