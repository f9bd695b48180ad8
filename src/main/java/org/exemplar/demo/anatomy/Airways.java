package org.exemplar.demo.anatomy;

import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Layer;
import org.exemplar.demo.beam.Layer.Matter;
import org.exemplar.demo.beam.Stroke;

/** Gas outside the lungs: trachea and main bronchi, stomach, bowel, below the diaphragm. */
public final class Airways {
  private final Chest chest;
  private final Cage cage;
  private final double soft;

  /**
   * Of one chest.
   *
   * @param soft attenuation of soft tissue per mm, which gas takes away
   */
  public Airways(Chest chest, Cage cage, double soft) {
    this.chest = chest;
    this.cage = cage;
    this.soft = soft;
  }

  /** Takes soft tissue away. */
  public void paint(Layer layer) {
    trachea(layer);
    stomach(layer);
    bowel(layer);
    for (Lung lung : Lung.values()) {
      freeGas(layer, lung);
    }
  }

  private void trachea(Layer layer) {
    Draw draw = chest.person().draw("trachea");
    double radius = (chest.person().woman() ? 7.2 : 8.6) * draw.between(0.92, 1.08);
    double rise = 18 * chest.person().inspiration();
    double x = 2 - 6 * chest.unfolding() + draw.around(0, 1.5);
    double shift = chest.shift();
    Matter air = Matter.plain(-soft * 0.9);
    Stroke windpipe = new Stroke();
    windpipe.to(x * 0.3, -260, 15, radius);
    windpipe.to(x * 0.3, -190, 10, radius);
    windpipe.to(x + 0.4 * shift, -130, -5, radius);
    windpipe.to(x - 2 + 0.7 * shift, -66 - rise, -20, radius * 1.05);
    layer.tube(windpipe.smooth(5), air);
    Matter bronchus = Matter.plain(-soft * 0.32);
    double y = -66 - rise;
    Stroke right = new Stroke();
    right.to(x - 3 + 0.7 * shift, y, -20, 6).to(-26 + shift, y + 30, -24, 5.6);
    right.to(-38 + shift, y + 58, -28, 4.4);
    layer.tube(right.smooth(4), bronchus);
    Stroke left = new Stroke();
    left.to(x + 0.7 * shift, y, -20, 6).to(24 + shift, y + 27, -26, 5.2);
    left.to(42 + shift, y + 40, -34, 4.6);
    layer.tube(left.smooth(4), bronchus);
  }

  private void stomach(Layer layer) {
    Draw draw = chest.person().draw("stomach");
    if (!draw.chance(0.72)) {
      return;
    }
    double wide = draw.between(20, 42);
    double tall = draw.between(10, 24);
    double top = cage.domeTop(Lung.LEFT) + draw.between(7, 11);
    double x = draw.between(52, 74);
    double level = chest.person().portable() ? 1 : draw.between(0.0, 0.7);
    double amount = -soft * 2 * draw.between(8, 22);
    layer.shape(
        new double[] {x, top + tall, 10},
        new double[] {wide, tall},
        draw.between(-0.1, 0.15),
        (u, v) -> {
          double rest = 1 - u * u - v * v;
          double cut = Math.clamp((level - v) * tall / 1.5, 0, 1);
          return rest > 0 ? amount * Math.sqrt(rest) * cut : 0;
        });
  }

  private void bowel(Layer layer) {
    Draw draw = chest.person().draw("bowel");
    int loops = draw.below(5);
    for (int i = 0; i < loops; i++) {
      double x = draw.between(20, 125);
      double y = cage.domeTop(Lung.LEFT) + draw.between(45, 120);
      double wide = draw.between(9, 20);
      layer.ball(
          new double[] {x, y, 40},
          new double[] {wide, wide * draw.between(0.5, 0.9)},
          draw.between(-0.8, 0.8),
          -soft * wide * draw.between(0.25, 1.0));
    }
  }

  private void freeGas(Layer layer, Lung lung) {
    double gas = chest.side(lung).freeGas();
    if (gas <= 0) {
      return;
    }
    double top = cage.domeTop(lung) + 3.2;
    double x = (lung == Lung.RIGHT ? -72 : 70) * chest.person().broad();
    double wide = 50;
    double amount = -soft * (32 + 3 * gas);
    layer.shape(
        new double[] {x, top + 20, 25},
        new double[] {wide, 22},
        0,
        (u, v) -> {
          double roof = -0.98 * Math.sqrt(Math.max(0, 1 - Math.pow(Math.abs(u), 2.3)));
          double floor = roof + gas / 22 * (1 - u * u);
          double inside = Math.min((v - roof) * 14, (floor - v) * 14);
          return amount * Math.sqrt(Math.clamp(inside, 0, 1)) * (1 - 0.5 * u * u);
        });
  }
}
