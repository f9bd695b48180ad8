package org.exemplar.demo.disease;

import org.exemplar.demo.anatomy.Chest;
import org.exemplar.demo.anatomy.Lung;
import org.exemplar.demo.anatomy.Opacity;
import org.exemplar.demo.anatomy.Opacity.Texture;
import org.exemplar.demo.beam.Draw;

/** Findings between lung and chest wall. */
final class PleuralDisease {
  private final Chest chest;
  private final Draw draw;
  private final Severity severity;

  PleuralDisease(Chest chest, Draw draw, Severity severity) {
    this.chest = chest;
    this.draw = draw;
    this.severity = severity;
  }

  void put(Finding finding) {
    switch (finding) {
      case EFFUSION -> effusion();
      case PNEUMOTHORAX -> pneumothorax();
      case PLEURAL_THICKENING -> thickening();
      default -> throw new IllegalArgumentException(finding + " is not pleural");
    }
  }

  private Lung lung() {
    return draw.chance(0.55) ? Lung.RIGHT : Lung.LEFT;
  }

  private void effusion() {
    Lung lung = lung();
    fill(lung, severity.between(34, 120));
    if (draw.chance(0.35)) {
      Lung other = lung == Lung.RIGHT ? Lung.LEFT : Lung.RIGHT;
      fill(other, severity.between(26, 60));
    }
  }

  private void fill(Lung lung, double height) {
    if (!chest.person().portable()) {
      chest.side(lung).fluid(height);
      return;
    }
    chest.side(lung).fluid(0.6 * height);
    chest.add(
        new Opacity(
            new double[] {lung.sign() * 78.0, 70, -70},
            new double[] {62, 30 + 0.75 * height},
            0,
            8 + 0.34 * height,
            new Texture(0.08, 40, false, draw.key())));
  }

  private void pneumothorax() {
    Lung lung = lung();
    chest.side(lung).air(severity.between(0.22, 1));
    chest.side(lung).aerate(severity.between(1.1, 1.6));
    if (severity.degree() > 0.85) {
      chest.push(-lung.sign() * 12);
      chest.side(lung).lowerDome(8);
    }
  }

  private void thickening() {
    Lung lung = lung();
    double wall = draw.chance(0.7) ? severity.between(4, 11) : 0;
    double cap = wall == 0 || draw.chance(0.5) ? severity.between(9, 20) : 0;
    chest.side(lung).thicken(wall, cap);
    if (wall > 0) {
      chest.side(lung).fluid(severity.between(14, 22));
    }
  }
}
