package org.exemplar.demo.disease;

import org.exemplar.demo.anatomy.Chest;
import org.exemplar.demo.anatomy.Lung;
import org.exemplar.demo.anatomy.Opacity;
import org.exemplar.demo.anatomy.Opacity.Texture;
import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Layer;
import org.exemplar.demo.beam.Layer.Matter;
import org.exemplar.demo.beam.Stroke;

/** Findings spread through the lungs. */
final class LungDisease {
  private final Chest chest;
  private final Draw draw;
  private final Severity severity;

  LungDisease(Chest chest, Draw draw, Severity severity) {
    this.chest = chest;
    this.draw = draw;
    this.severity = severity;
  }

  void put(Finding finding) {
    switch (finding) {
      case INFILTRATION -> infiltration();
      case CONSOLIDATION -> consolidation();
      case PNEUMONIA -> pneumonia();
      case EDEMA -> edema();
      case FIBROSIS -> fibrosis();
      case EMPHYSEMA -> emphysema();
      default -> throw new IllegalArgumentException(finding + " is not spread through the lungs");
    }
  }

  private double[] place(int side, double low, double high) {
    return new double[] {side * draw.between(62, 98), draw.between(low, high), 0};
  }

  private Texture patchy(double share, double cell) {
    return new Texture(share, cell, false, draw.key());
  }

  private void infiltration() {
    int side = draw.side();
    int patches = 2 + draw.below(3);
    for (int i = 0; i < patches; i++) {
      int where = draw.chance(0.75) ? side : -side;
      chest.add(
          new Opacity(
              place(where, -60, 75),
              new double[] {draw.between(20, 34), draw.between(22, 40)},
              draw.between(-1, 1),
              severity.between(11, 26),
              patchy(0.95, 15)));
    }
  }

  private void consolidation() {
    int side = draw.side();
    boolean upper = draw.chance(0.35);
    double[] at = upper ? place(side, -90, -50) : place(side, 20, 68);
    chest.add(
        new Opacity(
            at,
            new double[] {draw.between(30, 42), draw.between(26, 40)},
            draw.between(-0.5, 0.5),
            severity.between(55, 120),
            patchy(0.35, 20)));
    Matter air = Matter.plain(-1);
    chest.inLung(layer -> bronchogram(layer, at, side, air));
  }

  /** Bronchi stay filled with air inside a consolidation. */
  private void bronchogram(Layer layer, double[] at, int side, Matter air) {
    Draw own = draw.fork("bronchi");
    for (int i = 0; i < 4; i++) {
      Stroke bronchus = new Stroke();
      double spread = own.between(-16, 16);
      bronchus.to(at[0] - side * 26, at[1] - 14 + spread * 0.4, -10, 2.6);
      bronchus.to(at[0], at[1] + spread, -12, 2.0);
      bronchus.to(at[0] + side * 20, at[1] + 10 + 1.6 * spread, -14, 1.1);
      layer.tube(bronchus.smooth(4), air);
    }
  }

  private void pneumonia() {
    int side = draw.side();
    double[] at = place(side, 10, 70);
    chest.add(
        new Opacity(
            at,
            new double[] {draw.between(22, 32), draw.between(24, 36)},
            draw.between(-0.6, 0.6),
            severity.between(36, 75),
            patchy(0.8, 12)));
    chest.add(
        new Opacity(
            new double[] {at[0] - side * 26, at[1] - 24, 0},
            new double[] {18, 24},
            0.5 * side,
            severity.between(16, 34),
            patchy(0.95, 9)));
  }

  private void edema() {
    chest.congest(severity.between(0.5, 1));
    chest.growHeart(severity.between(1.04, 1.1));
    for (Lung lung : Lung.values()) {
      chest.add(
          new Opacity(
              new double[] {lung.sign() * 58.0, draw.between(-12, 14), 0},
              new double[] {draw.between(36, 46), draw.between(50, 64)},
              -0.12 * lung.sign(),
              severity.between(20, 62),
              patchy(0.45, 12)));
      chest.inLung(layer -> kerley(layer, lung));
    }
  }

  /** Thickened septa: short horizontal lines at the side wall. */
  private void kerley(Layer layer, Lung lung) {
    Draw own = draw.fork("kerley " + lung);
    for (int i = 0; i < 12; i++) {
      double y = own.between(25, 88);
      double x = lung.sign() * own.between(130, 136);
      Stroke line = new Stroke();
      line.to(x, y, 0, 0.7)
          .to(x - lung.sign() * own.between(9, 17), y - own.between(-1, 2), 0, 0.6);
      layer.tube(line, new Matter(9 * severity.between(0.6, 1), 0, 0, 1));
    }
  }

  private void fibrosis() {
    for (Lung lung : Lung.values()) {
      chest.side(lung).lowerDome(-severity.between(5, 20));
      for (int i = 0; i < 2; i++) {
        chest.add(
            new Opacity(
                new double[] {lung.sign() * draw.between(72, 118), 78 - 42 * i, 0},
                new double[] {draw.between(34, 44), draw.between(28, 38)},
                0,
                severity.between(8, 17) * (i == 0 ? 1 : 0.6),
                new Texture(0.85, 8, true, draw.key())));
      }
    }
    chest.widenVessels(1.06);
  }

  private void emphysema() {
    chest.inflate(severity.between(0.45, 1));
    chest.widenVessels(severity.between(0.85, 0.68));
    for (Lung lung : Lung.values()) {
      chest.side(lung).aerate(severity.between(0.82, 0.6));
    }
    int bullae = draw.below(4);
    for (int i = 0; i < bullae; i++) {
      double x = draw.side() * draw.between(50, 95);
      double y = draw.between(-120, -70);
      double r = draw.between(12, 24);
      chest.inLung(layer -> bulla(layer, x, y, r));
    }
  }

  private static void bulla(Layer layer, double x, double y, double r) {
    layer.ball(new double[] {x, y, 0}, new double[] {r + 0.9, r + 0.9}, 0, 2 * (r + 0.9) * 0.35);
    layer.ball(new double[] {x, y, 0}, new double[] {r, r}, 0, -2 * r * 0.55);
  }
}
