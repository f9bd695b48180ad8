package org.exemplar.stats.mrmc;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A study as the simulations draw it. Readers see a case as a normal number: what the case is (its
 * variance the intraclass correlation), plus noise of the reader at this case (the rest of 1), plus
 * a shift of the reader (SD 0.5), and for positive cases plus the effect and the reader's own part
 * of it. Each reader cuts that by thresholds stretched by exp(N(0, 0.2)).
 *
 * @param effect how far positive cases are shifted
 * @param icc correlation of two readers at the same case of one kind, from 0 to below 1
 * @param readerByCondition SD of the readers' own parts of the effect
 * @param thresholds ascending, at least one
 */
public record LatentModel(
    double effect, double icc, double readerByCondition, List<Double> thresholds) {
  /** SD of the readers' shift. */
  static final double SHIFT = 0.5;

  /** SD of the logarithm of the readers' stretch. */
  static final double SPREAD = 0.2;

  /** Copies and checks the ranges. */
  public LatentModel {
    thresholds = List.copyOf(thresholds);
    if (!(icc >= 0 && icc < 1) || !(readerByCondition >= 0) || thresholds.isEmpty()) {
      throw new IllegalArgumentException("correlation " + icc + ", SD " + readerByCondition);
    }
  }

  /** Draws a study; a reader's scores of another group's cases are missing. */
  RatingTable draw(PowerPlan.Design design, UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    boolean[] positive = new boolean[design.cases()];
    Arrays.fill(positive, 0, design.positives(), true);
    double[] cases = new double[positive.length];
    Arrays.setAll(cases, c -> Math.sqrt(icc) * normal.sample());
    double[][] scores = new double[design.readers()][positive.length];
    for (int r = 0; r < scores.length; r++) {
      double shift = SHIFT * normal.sample();
      double shiftOfPositives = shift + effect + readerByCondition * normal.sample();
      double stretch = Math.exp(SPREAD * normal.sample());
      for (int c = 0; c < positive.length; c++) {
        double seen = cases[c] + Math.sqrt(1 - icc) * normal.sample();
        int withinKind = positive[c] ? c : c - design.positives();
        boolean reads = withinKind % design.groups() == r % design.groups();
        scores[r][c] =
            reads ? level(seen + (positive[c] ? shiftOfPositives : shift), stretch) : Double.NaN;
      }
    }
    return new RatingTable(positive, scores);
  }

  private double level(double seen, double stretch) {
    int level = 1;
    for (double threshold : thresholds) {
      level += seen > threshold * stretch ? 1 : 0;
    }
    return level;
  }
}
