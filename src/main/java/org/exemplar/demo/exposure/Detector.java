package org.exemplar.demo.exposure;

import java.util.Arrays;
import org.exemplar.demo.beam.Grid;
import org.exemplar.demo.beam.Pattern;

/**
 * From attenuation to stored values: scatter, quantum noise, unsharpness, logarithm, evening-out
 * and tone curve, 12 bits with 0 black.
 */
final class Detector {
  /** The largest stored value. */
  static final int WHITE = 4095;

  private static final int COARSE = 64;

  private final Technique technique;
  private final Grid grid;
  private final Pattern noise;

  Detector(Technique technique, Grid grid, long noiseKey) {
    this.technique = technique;
    this.grid = grid;
    this.noise = new Pattern(noiseKey);
  }

  /**
   * @param attenuation line integrals, row by row; overwritten
   */
  short[] develop(float[] attenuation) {
    float[] signal = quanta(attenuation);
    float[] density = logarithm(signal);
    render(density);
    return tones(density);
  }

  private float[] quanta(float[] attenuation) {
    float[] primary = attenuation;
    for (int i = 0; i < primary.length; i++) {
      primary[i] = (float) Math.exp(-primary[i]);
    }
    double sigma = technique.blur() / grid.pitch();
    float[] sharp = Smooth.gaussian(primary, grid.side(), sigma);
    float[] coarse = Smooth.reduced(sharp, grid.side(), COARSE);
    for (int i = 0; i < coarse.length; i++) {
      coarse[i] = Math.min(coarse[i], 0.35f);
    }
    double spread = 34 / (grid.millimetres() / COARSE);
    float[] scattered =
        Smooth.enlarged(Smooth.gaussian(coarse, COARSE, spread), COARSE, grid.side());
    float share = (float) (technique.scatter() * 0.30);
    float quanta =
        (float) (technique.quanta() * Math.pow(grid.aperture() / grid.millimetres() * 1024, 2));
    for (int i = 0; i < sharp.length; i++) {
      float mean = sharp[i] + share * scattered[i];
      float count = quanta * mean;
      sharp[i] = Math.max(1e-4f, mean + (float) (noise.grain(i) * Math.sqrt(count + 30)) / quanta);
    }
    return sharp;
  }

  private static float[] logarithm(float[] signal) {
    for (int i = 0; i < signal.length; i++) {
      signal[i] = (float) -Math.log(signal[i]);
    }
    return signal;
  }

  private void render(float[] density) {
    Technique.Look look = technique.look();
    int side = grid.side();
    int middle = Math.min(side, 256);
    float[] coarse = Smooth.reduced(density, side, COARSE);
    for (int i = 0; i < coarse.length; i++) {
      coarse[i] = Math.clamp(coarse[i], 0.8f, 5.5f);
    }
    float[] wide =
        Smooth.enlarged(
            Smooth.gaussian(coarse, COARSE, 20 / (grid.millimetres() / COARSE)), COARSE, side);
    float[] small = Smooth.reduced(density, side, middle);
    float[] fine =
        Smooth.enlarged(
            Smooth.gaussian(small, middle, 3.2 / (grid.millimetres() / middle)), middle, side);
    float even = (float) look.even();
    float detail = (float) look.detail();
    for (int i = 0; i < density.length; i++) {
      density[i] += even * (2.6f - wide[i]) + detail * (density[i] - fine[i]);
    }
  }

  private short[] tones(float[] density) {
    double[] anchors = anchors(density);
    Technique.Look look = technique.look();
    short[] stored = new short[density.length];
    double scale = 1 / (anchors[1] - anchors[0]);
    for (int i = 0; i < stored.length; i++) {
      double t = (density[i] - anchors[0]) * scale;
      double past = t - 0.44 + look.dark();
      double slope = past < 0 ? 2.9 : 3.5;
      double tone = 1 / (1 + Math.exp(-slope * look.contrast() * past));
      stored[i] = (short) Math.clamp(Math.round(WHITE * (tone * 1.06 - 0.03)), 0, WHITE);
    }
    shut(stored);
    return stored;
  }

  /** Lung and mediastinum, as readers of imaging plates find them: quantiles of the middle. */
  private double[] anchors(float[] density) {
    int side = grid.side();
    int from = side / 6;
    int step = Math.max(1, side / 128);
    float[] middle = new float[128 * 128];
    int count = 0;
    for (int row = from; row < side - from; row += step) {
      for (int column = from; column < side - from; column += step) {
        middle[count++] = density[row * side + column];
      }
    }
    float[] sorted = Arrays.copyOf(middle, count);
    Arrays.sort(sorted);
    double low = sorted[(int) (0.08 * count)];
    double high = sorted[(int) (0.88 * count)];
    return new double[] {low, Math.max(low + 1.2, high)};
  }

  private void shut(short[] stored) {
    Technique.Shutters shutters = technique.shutters();
    int side = grid.side();
    for (int row = 0; row < side; row++) {
      double v = (row + 0.5) / side;
      for (int column = 0; column < side; column++) {
        double u = (column + 0.5) / side;
        if (u < shutters.left()
            || u > shutters.right()
            || v < shutters.top()
            || v > shutters.bottom()) {
          stored[row * side + column] = 0;
        }
      }
    }
  }
}
