package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.exemplar.stats.Outcome;
import org.junit.jupiter.api.Test;

class DesignEffectTest {
  private static final boolean[] ARMS = {true, true, true, true, false, false, false, false};

  private static RatingTable table(int readers, boolean alike) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(8);
    double[][] scores = new double[readers][ARMS.length];
    for (int r = 0; r < readers; r++) {
      for (int c = 0; c < ARMS.length; c++) {
        scores[r][c] = alike ? c * 3 % 5 : random.nextInt(5);
      }
    }
    return new RatingTable(ARMS, scores);
  }

  @Test
  void readers_who_agree_wholly_multiply_the_variance_by_about_their_number() {
    DesignEffect effect = DesignEffect.of(table(6, true)).value().orElseThrow();
    assertThat(effect.factor()).isCloseTo(46 / 6.0, within(1e-12));
    assertThat(effect.realLevel()).isGreaterThan(0.35);
  }

  @Test
  void one_reader_has_a_design_effect_of_one() {
    DesignEffect effect = DesignEffect.of(table(1, false)).value().orElseThrow();
    assertThat(effect.factor()).isCloseTo(1, within(1e-12));
    assertThat(effect.realLevel()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void missing_and_constant_ratings_have_none() {
    double[][] missing = {{1, 2, 3, 4, 5, 1, 2, Double.NaN}};
    assertThat(DesignEffect.of(new RatingTable(ARMS, missing)).isDefined()).isFalse();
    Outcome<DesignEffect> constant = DesignEffect.of(new RatingTable(ARMS, new double[2][8]));
    assertThat(constant.reason()).isPresent();
  }
}
