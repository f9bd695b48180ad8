package org.exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {
  private static final double[] X = {1, 2, 3, 4, 5, 6};
  private static final double[] Y = {1.1, 1.9, 3.2, 3.9, 5.1, 5.8};

  @Test
  void fits_a_line_as_r_does() {
    LeastSquares fit = LeastSquares.fit(Y, X).value().orElseThrow();
    assertThat(fit.terms().get(0).coefficient()).isCloseTo(0.12, within(1e-12));
    assertThat(fit.terms().get(1).coefficient()).isCloseTo(0.9657142857142856, within(1e-12));
    assertThat(fit.terms().get(1).se()).isCloseTo(0.037688302737922556, within(1e-12));
    assertThat(fit.terms().get(0).se()).isCloseTo(0.1467748518747577, within(1e-12));
    assertThat(fit.fP()).isCloseTo(1.3777996465016368e-05, within(1e-14));
    assertThat(fit.rSquared()).isCloseTo(0.9939446667826692, within(1e-12));
    double t = fit.terms().get(1).t();
    assertThat(fit.f()).isCloseTo(t * t, within(1e-8 * t * t));
    assertThat(fit.terms().get(1).interval(fit.residualDf()).contains(0.9657)).isTrue();
  }

  @Test
  void recovers_an_interaction() {
    double[] a = {0, 1, 2, 0, 1, 2, 0, 1, 2, 3};
    double[] b = {0, 0, 0, 1, 1, 1, 2, 2, 2, 5};
    double[] y = new double[a.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = 1 + 2 * a[i] - 3 * b[i] + 0.5 * a[i] * b[i] + (i % 2 == 0 ? 1e-9 : -1e-9);
    }
    LeastSquares fit = LeastSquares.withInteraction(y, a, b).value().orElseThrow();
    double[] expected = {1, 2, -3, 0.5};
    for (int j = 0; j < expected.length; j++) {
      assertThat(fit.terms().get(j).coefficient()).isCloseTo(expected[j], within(1e-7));
    }
  }

  @Test
  void dependent_predictors_too_few_rows_and_constants_are_undefined_with_a_reason() {
    double[] twice = {2, 4, 6, 8, 10, 12};
    assertThat(LeastSquares.fit(Y, X, twice).reason())
        .hasValueSatisfying(reason -> assertThat(reason).contains("depend"));
    assertThat(LeastSquares.fit(new double[] {1, 2}, new double[] {1, 2}).isDefined()).isFalse();
    assertThat(LeastSquares.fit(new double[6], X).isDefined()).isFalse();
    assertThat(LeastSquares.fit(new double[] {1, Double.NaN, 1, 2, 3, 4}, X).isDefined()).isFalse();
  }
}
