package org.exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpearmanTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 19, 32, 33, 500})
  void equals_pearson_of_mid_ranks_at_short_and_long_lengths(int length) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(length);
    float[] a = new float[length];
    float[] b = new float[length];
    for (int i = 0; i < length; i++) {
      a[i] = i * 0.75f + random.nextInt(2) * 0.5f;
      b[i] = i == 0 ? -1 : random.nextInt(length);
    }
    double expected =
        Correlation.pearson(Ranks.average(wide(a)), Ranks.average(wide(b)))
            .value()
            .orElseThrow()
            .coefficient();
    assertThat(new Spearman(length).of(a, b)).isCloseTo(expected, within(1e-14));
  }

  private static double[] wide(float[] values) {
    double[] wide = new double[values.length];
    Arrays.setAll(wide, i -> values[i]);
    return wide;
  }

  @Test
  void constant_short_or_nan_vectors_have_no_correlation() {
    assertThat(Spearman.correlation(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isNaN();
    assertThat(Spearman.correlation(new double[] {1}, new double[] {1})).isNaN();
    assertThat(Spearman.correlation(new double[0], new double[0])).isNaN();
    assertThat(Spearman.correlation(new double[] {1, Double.NaN}, new double[] {1, 2})).isNaN();
  }

  @Test
  void both_zeros_are_one_tie() {
    assertThat(Spearman.correlation(new double[] {0.0, -0.0}, new double[] {1, 2})).isNaN();
  }

  @Test
  void perfect_agreement_is_exactly_one_and_reversal_exactly_minus_one() {
    double[] a = {0.3, 0.1, 0.1, 7, 9, 2};
    double[] reversed = Arrays.stream(a).map(v -> -v).toArray();
    assertThat(Spearman.correlation(a, a)).isEqualTo(1.0);
    assertThat(Spearman.correlation(a, reversed)).isEqualTo(-1.0);
  }

  @Test
  void rows_of_another_length_are_refused() {
    assertThatThrownBy(() -> new Spearman(3).of(new float[4], new float[4]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
