package org.exemplar.stats.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.exemplar.stats.Interval;
import org.exemplar.stats.Outcome;
import org.junit.jupiter.api.Test;

/** Krippendorff's published example (2011), which Gwet's irrCAC ships as its four raters. */
class KappaTest {
  private static final double N = Double.NaN;
  private static final RatingMatrix PUBLISHED =
      RatingMatrix.of(
          new double[][] {
            {1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, N},
            {N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 3},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N}
          });
  private static final RatingMatrix CONSTANT =
      RatingMatrix.of(new double[][] {{3, 3, 3}, {3, 3, 3}});

  @Test
  void krippendorffs_example_is_reproduced_at_every_level() {
    assertThat(alpha(KrippendorffAlpha.Level.NOMINAL)).isCloseTo(0.743, within(5e-4));
    assertThat(alpha(KrippendorffAlpha.Level.ORDINAL)).isCloseTo(0.815, within(5e-4));
    assertThat(alpha(KrippendorffAlpha.Level.INTERVAL)).isCloseTo(0.849, within(5e-4));
  }

  private static double alpha(KrippendorffAlpha.Level level) {
    return KrippendorffAlpha.of(PUBLISHED, level).value().orElseThrow();
  }

  @Test
  void gwets_example_is_reproduced_with_and_without_weights() {
    assertThat(Kappa.gwet(PUBLISHED, Weights.IDENTITY).value().orElseThrow())
        .isCloseTo(0.77544, within(5e-6));
    assertThat(Kappa.gwet(PUBLISHED, Weights.QUADRATIC).value().orElseThrow())
        .isCloseTo(0.9140007235516046, within(1e-12));
    assertThat(Kappa.gwet(PUBLISHED, Weights.LINEAR).value().orElseThrow())
        .isCloseTo(0.8587391364326116, within(1e-12));
  }

  @Test
  void the_interval_of_alpha_holds_alpha_and_repeats_with_its_seed() {
    Map<KrippendorffAlpha.Level, Outcome<Interval>> intervals =
        KrippendorffAlpha.intervals(PUBLISHED, 500, 3);
    Outcome<Interval> interval = intervals.get(KrippendorffAlpha.Level.ORDINAL);
    assertThat(interval).isNotNull();
    assertThat(interval.value().orElseThrow().contains(alpha(KrippendorffAlpha.Level.ORDINAL)))
        .isTrue();
    assertThat(KrippendorffAlpha.intervals(PUBLISHED, 500, 3)).isEqualTo(intervals);
  }

  @Test
  void constant_ratings_and_a_single_reader_are_undefined_with_a_reason() {
    RatingMatrix single = RatingMatrix.of(new double[][] {{1, 2, 3}, {N, N, N}});
    for (RatingMatrix ratings : new RatingMatrix[] {CONSTANT, single}) {
      assertThat(KrippendorffAlpha.of(ratings, KrippendorffAlpha.Level.NOMINAL).reason())
          .isPresent();
      assertThat(Kappa.fleiss(ratings).reason()).isPresent();
      assertThat(Kappa.gwet(ratings, Weights.QUADRATIC).reason()).isPresent();
      assertThat(KendallW.of(ratings).reason()).isPresent();
      assertThat(IntraclassCorrelation.of(ratings).icc2().reason()).isPresent();
    }
    assertThat(single.readers()).isEqualTo(1);
    assertThat(KrippendorffAlpha.intervals(CONSTANT, 50, 1).values()).noneMatch(Outcome::isDefined);
  }

  @Test
  void readers_without_a_case_in_common_have_no_kappa() {
    RatingMatrix ratings = RatingMatrix.of(new double[][] {{1, N}, {N, 2}});
    assertThat(Kappa.cohen(ratings, 0, 1, Weights.IDENTITY).reason()).isPresent();
    assertThat(Kappa.common(ratings, 0, 1)).isZero();
  }
}
