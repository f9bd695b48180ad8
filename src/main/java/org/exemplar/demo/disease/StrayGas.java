package org.exemplar.demo.disease;

import org.exemplar.demo.anatomy.Cage;
import org.exemplar.demo.anatomy.Chest;
import org.exemplar.demo.anatomy.Lung;
import org.exemplar.demo.anatomy.Mediastinum;
import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Layer;
import org.exemplar.demo.beam.Layer.Matter;
import org.exemplar.demo.beam.Stroke;
import org.exemplar.demo.exposure.Exposure;

/** Gas where there should be none. */
final class StrayGas {
  private final Chest chest;
  private final Draw draw;
  private final Severity severity;

  StrayGas(Chest chest, Draw draw, Severity severity) {
    this.chest = chest;
    this.draw = draw;
    this.severity = severity;
  }

  void put(Finding finding) {
    switch (finding) {
      case SUBCUTANEOUS_EMPHYSEMA -> underSkin();
      case PNEUMOPERITONEUM -> underDiaphragm();
      case PNEUMOMEDIASTINUM -> chest.anywhere(this::aroundHeart);
      default -> throw new IllegalArgumentException(finding + " is not stray gas");
    }
  }

  private void underDiaphragm() {
    chest.side(Lung.RIGHT).freeGas(severity.between(4.5, 15));
    if (draw.chance(0.6)) {
      chest.side(Lung.LEFT).freeGas(severity.between(4, 11));
    }
  }

  /** Streaks between the fibres of the pectoral muscle, bubbles along the side and in the neck. */
  private void underSkin() {
    int side = draw.side();
    boolean both = draw.chance(0.35);
    chest.anywhere(layer -> {
      streaks(layer, side);
      if (both) {
        streaks(layer, -side);
      }
    });
  }

  private void streaks(Layer layer, int side) {
    Draw own = draw.fork("streaks " + side);
    Cage cage = new Cage(chest);
    int fibres = (int) severity.between(26, 60);
    for (int i = 0; i < fibres; i++) {
      double t = own.unit();
      Stroke fibre = new Stroke();
      double x = side * own.between(60, 130);
      double y = -120 + 95 * t + own.between(-8, 8);
      double run = own.between(22, 55);
      double up = 0.25 + 0.5 * t;
      fibre.to(x, y, 100, 0.7);
      fibre.to(x + side * run * 0.5, y - run * 0.5 * up - 1, 95, own.between(1.0, 2.3));
      fibre.to(x + side * run, y - run * up, 80, 0.6);
      layer.tube(fibre.smooth(3), Matter.plain(-Exposure.SOFT * 2.2));
    }
    int bubbles = (int) severity.between(34, 90);
    for (int i = 0; i < bubbles; i++) {
      boolean neck = own.chance(0.25);
      double y = neck ? own.between(-210, -165) : own.between(-90, 90);
      double x = neck ? own.between(26, 62) : cage.halfWidth(y) + own.between(9, 22);
      Stroke bubble = new Stroke();
      double r = own.between(1.2, 3.4);
      bubble
          .to(side * x, y, 20, r)
          .to(side * (x + own.between(-2, 2)), y + own.between(3, 15), 20, r);
      layer.tube(bubble, Matter.plain(-Exposure.SOFT * 2.4));
    }
  }

  /** Dark bands along heart and great vessels with the lifted pleura as a fine line outside. */
  private void aroundHeart(Layer layer) {
    Draw own = draw.fork("mediastinum");
    Mediastinum mediastinum = new Mediastinum(chest);
    for (int side = -1; side <= 1; side += 2) {
      double wide = severity.between(1.0, 2.5) * own.between(0.8, 1.2);
      double end = (side < 0 ? 62 : 80) - mediastinum.lift();
      Stroke band = new Stroke();
      Stroke line = new Stroke();
      for (double y = -170; y < end; y += 7) {
        double fade = Math.clamp((end - y) / 40, 0.15, 1) * own.between(0.75, 1.2);
        double x = side * (mediastinum.border(side, y) + wide + 0.4);
        band.to(x, y, 30, wide * fade);
        line.to(x + side * (wide * fade + 0.9), y, 30, 0.55);
      }
      layer.tube(band.smooth(3), Matter.plain(-Exposure.SOFT * 2.6));
      layer.tube(line.smooth(3), Matter.plain(Exposure.SOFT * 6));
    }
    for (int i = 0; i < 9; i++) {
      double x = own.between(-34, 34);
      Stroke streak = new Stroke();
      streak.to(x, own.between(-215, -180), 20, 1.2).to(x * 0.9, own.between(-165, -125), 20, 1.8);
      layer.tube(streak, Matter.plain(-Exposure.SOFT * 2.5));
    }
  }
}
