package org.exemplar.demo.disease;

import org.exemplar.demo.anatomy.Chest;
import org.exemplar.demo.anatomy.Mediastinum;
import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Layer;
import org.exemplar.demo.beam.Layer.Matter;
import org.exemplar.demo.beam.Stroke;
import org.exemplar.demo.exposure.Exposure;

/** Findings of heart, aorta and hiatus. */
final class CentralDisease {
  private final Chest chest;
  private final Draw draw;
  private final Severity severity;

  CentralDisease(Chest chest, Draw draw, Severity severity) {
    this.chest = chest;
    this.draw = draw;
    this.severity = severity;
  }

  void put(Finding finding) {
    switch (finding) {
      case CARDIOMEGALY -> chest.growHeart(severity.between(1.2, 1.45));
      case TORTUOUS_AORTA -> chest.unfold(severity.between(0.75, 1.3));
      case CALCIFICATION_OF_THE_AORTA -> chest.anywhere(this::calcification);
      case HERNIA -> hernia();
      default -> throw new IllegalArgumentException(finding + " is not central");
    }
  }

  /** A shell of chalk on the outer wall of the arch, broken into plaques. */
  private void calcification(Layer layer) {
    double[] knob = new Mediastinum(chest).knob();
    Draw own = draw.fork("plaques");
    double chalk = severity.between(0.10, 0.2);
    for (double at = -1.5; at < 1.0; at += 0.34) {
      if (own.chance(0.2)) {
        continue;
      }
      double reach = own.between(0.2, 0.34);
      Stroke plaque = new Stroke();
      for (int i = 0; i <= 4; i++) {
        double angle = at + reach * i / 4;
        double r = knob[2] - 1.6;
        plaque.to(
            knob[0] + r * Math.cos(angle),
            knob[1] + 1.08 * r * Math.sin(angle),
            -15,
            own.between(1.0, 1.8));
      }
      layer.tube(plaque, Matter.plain(chalk));
    }
  }

  /** Stomach behind the heart, with its own gas above a level. */
  private void hernia() {
    double r = severity.between(26, 46);
    double x = draw.between(-4, 16);
    double y = 76 - new Mediastinum(chest).lift() - 0.25 * r;
    double level = draw.between(-0.1, 0.35);
    chest.anywhere(layer -> {
      double[] at = {x, y, -45};
      layer.shape(at, new double[] {r * 1.12, r}, 0, (u, v) -> wall(u, v, r));
      layer.shape(at, new double[] {r * 0.98, r * 0.86}, 0, (u, v) -> gas(u, v, r, level));
    });
  }

  private static double wall(double u, double v, double r) {
    double rest = 1 - u * u - v * v;
    return rest > 0 ? 0.4 * r * Exposure.SOFT * Math.sqrt(rest) : 0;
  }

  private static double gas(double u, double v, double r, double level) {
    double rest = 1 - u * u - v * v;
    double above = Math.clamp((level - v) * r / 1.2, 0, 1);
    return rest > 0 ? -1.5 * r * Exposure.SOFT * Math.sqrt(rest) * above : 0;
  }
}
