package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.exemplar.stats.RankTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often tests call studies without any effect significant at 5 %, against rates simulated with
 * another program (10,000 studies each), for five levels and two answers, readers who are alike in
 * the effect and readers who are not (SD 0.3 about none).
 */
@Tag("soak")
class TypeOneErrorTest {
  private static final int STUDIES = 10_000;

  @ParameterizedTest
  @CsvSource({
    "five, 0, 3, 20, 3.6, 11.4",
    "five, 0, 3, 40, 4.6, 10.1",
    "five, 0, 6, 20, 4.8, 20.0",
    "five, 0, 6, 40, 4.9, 19.7",
    "five, 0, 10, 20, 5.0, 29.5",
    "five, 0, 10, 40, 5.1, 29.2",
    "five, 0.3, 3, 20, 4.1, 14.4",
    "five, 0.3, 3, 40, 6.2, 17.9",
    "five, 0.3, 6, 20, 5.5, 22.7",
    "five, 0.3, 6, 40, 5.3, 25.2",
    "five, 0.3, 10, 20, 5.1, 30.2",
    "five, 0.3, 10, 40, 5.2, 32.9",
    "two, 0, 3, 20, 2.1, 7.3",
    "two, 0, 3, 40, 3.2, 7.4",
    "two, 0, 6, 20, 3.5, 11.6",
    "two, 0, 6, 40, 4.1, 12.7",
    "two, 0, 10, 20, 4.0, 18.1",
    "two, 0, 10, 40, 4.9, 19.2",
    "two, 0.3, 3, 20, 2.5, 10.4",
    "two, 0.3, 3, 40, 3.8, 12.3",
    "two, 0.3, 6, 20, 3.4, 14.3",
    "two, 0.3, 6, 40, 4.2, 16.8",
    "two, 0.3, 10, 20, 4.4, 20.4",
    "two, 0.3, 10, 40, 4.6, 22.2"
  })
  void primary_test_keeps_its_level_and_pooling_does_not(
      String question, double spread, int readers, int cases, double primary, double pooled) {
    boolean five = question.equals("five");
    LatentModel model =
        new LatentModel(
            0,
            five ? 0.4 : 0.3,
            spread,
            (five ? Assumption.FIVE_LEVELS : Assumption.TWO_LEVELS).thresholds());
    PowerPlan.Design design = new PowerPlan.Design(readers, cases / 2, cases / 2);
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(readers * 1000L + cases);
    int significant = 0;
    int pooledSignificant = 0;
    for (int study = 0; study < STUDIES; study++) {
      RatingTable table = model.draw(design, random);
      significant += primary(table) < 0.05 ? 1 : 0;
      pooledSignificant += pooled(table) < 0.05 ? 1 : 0;
    }
    double rate = 100.0 * significant / STUDIES;
    double poolingRate = 100.0 * pooledSignificant / STUDIES;
    assertThat(rate).isCloseTo(primary, within(error(primary)));
    assertThat(poolingRate).isCloseTo(pooled, within(error(pooled)));
  }

  private static double primary(RatingTable table) {
    return MrmcAuc.of(table)
        .value()
        .flatMap(analysis -> analysis.inference().value())
        .map(Inference::p)
        .orElse(1.0);
  }

  private static double pooled(RatingTable table) {
    return RankTest.kruskalWallis(table.pooled(true), table.pooled(false))
        .value()
        .map(RankTest::p)
        .orElse(1.0);
  }

  /** Four standard errors of the difference of two simulated rates, in per cent. */
  private static double error(double percent) {
    return 4 * Math.sqrt(2 * percent * (100 - percent) / STUDIES);
  }
}
