package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.exemplar.stats.RankTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often tests call studies without any effect significant at 5 %, against rates simulated with
 * another program (10,000 studies each): five-level ratings, intraclass correlation 0.4, readers'
 * shift SD 0.5, threshold spread 0.2.
 */
@Tag("soak")
class TypeOneErrorTest {
  private static final int STUDIES = 10_000;
  private static final double[] THRESHOLDS = {-1.2, -0.4, 0.4, 1.2};

  @ParameterizedTest
  @CsvSource({
    "3, 40, 0, .046, .101",
    "6, 20, 0, .048, .200",
    "6, 40, 0, .049, .197",
    "10, 40, 0, .051, .292",
    "6, 40, 0.3, .053, .252",
    "3, 40, 0.3, .062, .179"
  })
  void primary_test_keeps_its_level_and_pooling_does_not(
      int readers, int cases, double spread, double primary, double pooled) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(readers * 1000L + cases);
    int significant = 0;
    int pooledSignificant = 0;
    for (int study = 0; study < STUDIES; study++) {
      RatingTable table = study(readers, cases, spread, random);
      double p =
          MrmcAuc.of(table)
              .value()
              .flatMap(a -> a.inference().value())
              .map(Inference::p)
              .orElse(1.0);
      significant += p < 0.05 ? 1 : 0;
      double kruskal =
          RankTest.kruskalWallis(table.pooled(true), table.pooled(false))
              .value()
              .map(RankTest::p)
              .orElse(1.0);
      pooledSignificant += kruskal < 0.05 ? 1 : 0;
    }
    assertThat(significant / (double) STUDIES).isCloseTo(primary, within(error(primary)));
    assertThat(pooledSignificant / (double) STUDIES).isCloseTo(pooled, within(error(pooled)));
  }

  /** Four standard errors of the difference of two simulated rates. */
  private static double error(double rate) {
    return 4 * Math.sqrt(2 * rate * (1 - rate) / STUDIES);
  }

  private static RatingTable study(
      int readers, int cases, double spread, UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    boolean[] positive = new boolean[cases];
    double[] latent = new double[cases];
    for (int c = 0; c < cases; c++) {
      positive[c] = c < cases / 2;
      latent[c] = Math.sqrt(0.4) * normal.sample();
    }
    double[][] scores = new double[readers][cases];
    for (double[] row : scores) {
      double shift = 0.5 * normal.sample();
      double byArm = spread * normal.sample();
      double stretch = Math.exp(0.2 * normal.sample());
      for (int c = 0; c < cases; c++) {
        double seen =
            latent[c] + Math.sqrt(0.6) * normal.sample() + shift + (positive[c] ? byArm : 0);
        row[c] = 1;
        for (double threshold : THRESHOLDS) {
          row[c] += seen > threshold * stretch ? 1 : 0;
        }
      }
    }
    return new RatingTable(positive, scores);
  }
}
