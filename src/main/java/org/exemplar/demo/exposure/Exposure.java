package org.exemplar.demo.exposure;

import java.util.function.Consumer;
import org.exemplar.demo.anatomy.Airways;
import org.exemplar.demo.anatomy.Bones;
import org.exemplar.demo.anatomy.Cage;
import org.exemplar.demo.anatomy.Chest;
import org.exemplar.demo.anatomy.Lung;
import org.exemplar.demo.anatomy.Opacity;
import org.exemplar.demo.anatomy.VesselTree;
import org.exemplar.demo.beam.Beam;
import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.beam.Grid;
import org.exemplar.demo.beam.Layer;
import org.exemplar.demo.beam.Pattern;

/**
 * Takes the film of a chest. Attenuation is Beer and Lambert's law for one effective energy of
 * about 70 keV (soft tissue 0.0195, lung about 0.0050 per mm; NIST XCOM, lung at a quarter of the
 * density of water).
 */
public final class Exposure {
  /** Attenuation of soft tissue per mm. */
  public static final double SOFT = 0.0195;

  private static final double AIRY = 0.0047;

  private final Chest chest;
  private final Technique technique;
  private final Beam beam;
  private final Grid grid;

  /**
   * @param side pixels on a side
   */
  public Exposure(Chest chest, Technique technique, int side) {
    this.chest = chest;
    this.technique = technique;
    this.beam = technique.beam();
    this.grid =
        new Grid(
            side,
            technique.field() / chest.person().size(),
            technique.offsetX(),
            technique.offsetY());
  }

  /** Where the pixels lie. */
  public Grid grid() {
    return grid;
  }

  /**
   * The film: 12-bit values, 0 black.
   *
   * @param overlay what lies on the film and not on the patient, such as side markers
   */
  public short[] take(Consumer<Layer> overlay) {
    float[] attenuation = attenuation();
    Layer marks = new Layer(new Beam(false, 1800, 0, 0, 0), grid);
    overlay.accept(marks);
    float[] lead = marks.values();
    for (int i = 0; i < attenuation.length; i++) {
      attenuation[i] += lead[i];
    }
    long noise = chest.person().draw("noise").key();
    return new Detector(technique, grid, noise).develop(attenuation);
  }

  private float[] attenuation() {
    Rays.Paths paths = new Rays(chest, beam, grid).trace();
    Layer bones = new Layer(beam, grid);
    Cage cage = new Cage(chest);
    new Bones(chest, cage).paint(bones);
    scale(bones.values(), (float) technique.bone());
    new Airways(chest, cage, SOFT).paint(bones);
    chest.anywhere().forEach(painter -> painter.accept(bones));
    Layer blood = new Layer(beam, grid);
    for (Lung lung : Lung.values()) {
      VesselTree.paint(chest, lung, cage.lung(lung, 0), blood);
    }
    chest.inLung().forEach(painter -> painter.accept(blood));
    Layer water = new Layer(beam, grid);
    chest.opacities().forEach(opacity -> pour(water, opacity));
    return summed(paths, bones.values(), blood.values(), water.values());
  }

  private static void scale(float[] values, float factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private float[] summed(Rays.Paths paths, float[] bones, float[] blood, float[] water) {
    Draw draw = chest.person().draw("parenchyma");
    float[] mottle = pattern(draw.fork("lung").key(), 7, 3, Math.min(grid.side(), 512));
    float[] uneven = pattern(draw.fork("soft").key(), 26, 3, Math.min(grid.side(), 256));
    double[] density = {
      AIRY * chest.side(Lung.RIGHT).aeration(), AIRY * chest.side(Lung.LEFT).aeration()
    };
    float[] sum = new float[grid.count()];
    for (int i = 0; i < sum.length; i++) {
      double lung = paths.lung()[0][i] + paths.lung()[1][i];
      double soft = Math.max(0, paths.soft()[i]) * (1 + 0.028 * uneven[i]);
      double total = SOFT * (soft + paths.pleura()[i]) + bones[i];
      if (lung > 0) {
        double airy =
            (density[0] * paths.lung()[0][i] + density[1] * paths.lung()[1][i])
                * (1 + 0.15 * mottle[i]);
        double share = Math.min(1, lung / 90);
        double filled = Math.min(0.92 * lung, water[i] * share);
        double rest = 1 - filled / lung;
        double seen = Math.min(1, lung / 95);
        total += airy * rest + SOFT * filled + (SOFT - AIRY) * blood[i] * seen * rest;
      }
      sum[i] = (float) Math.max(0, total);
    }
    return sum;
  }

  /** Irregularity over the film, evaluated coarsely and enlarged. */
  private float[] pattern(long key, double cell, int octaves, int coarse) {
    Pattern pattern = new Pattern(key);
    float[] values = new float[coarse * coarse];
    double step = grid.millimetres() / coarse;
    for (int i = 0; i < values.length; i++) {
      double x = (i % coarse + 0.5) * step + grid.offsetX();
      int row = i / coarse;
      double y = (row + 0.5) * step + grid.offsetY();
      values[i] = (float) pattern.octaves(x, y, cell, octaves);
    }
    return coarse == grid.side() ? values : Smooth.enlarged(values, coarse, grid.side());
  }

  private void pour(Layer water, Opacity opacity) {
    Opacity.Texture texture = opacity.pattern();
    Pattern pattern = new Pattern(texture.key());
    double[] half = {2.3 * opacity.half()[0], 2.3 * opacity.half()[1]};
    double[] at = opacity.centre();
    water.shape(
        at,
        half,
        opacity.angle(),
        (u, v) -> {
          double fade = Math.exp(-2.65 * (u * u + v * v)) - 0.07;
          if (fade <= 0) {
            return 0;
          }
          double x = u * half[0];
          double y = v * half[1];
          double grain = pattern.octaves(x, y, texture.cell(), 3);
          double spread =
              texture.lines()
                  ? 1 + texture.share() * (1.6 - 7 * Math.abs(grain))
                  : 1 + 1.7 * texture.share() * grain;
          return opacity.amount() * fade * Math.max(0, spread);
        });
  }
}
