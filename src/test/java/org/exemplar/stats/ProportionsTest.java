package org.exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionsTest {
  @Test
  void wilson_is_the_published_one() {
    check(Proportions.wilson(81, 263), 0.2553, 0.3662);
    check(Proportions.wilson(15, 148), 0.0624, 0.1605);
    check(Proportions.wilson(0, 20), 0, 0.1611);
    check(Proportions.wilson(29, 29), 0.8830, 1);
  }

  @Test
  void newcombes_difference_is_the_published_one() {
    check(Proportions.newcombeDifference(56, 70, 48, 80), 0.0524, 0.3339);
    check(Proportions.newcombeDifference(9, 10, 3, 10), 0.1705, 0.8090);
    check(Proportions.newcombeDifference(10, 10, 0, 10), 0.6075, 1);
  }

  @Test
  void koopmans_ratio_is_the_published_one() {
    Interval interval = Proportions.koopmanRatio(36, 40, 16, 80).value().orElseThrow();
    assertThat(interval.low()).isCloseTo(2.939, within(1e-3));
    assertThat(interval.high()).isCloseTo(7.152, within(1e-3));
  }

  @Test
  void koopmans_ratio_turned_round_is_its_reciprocal() {
    Interval there = Proportions.koopmanRatio(5, 50, 12, 40).value().orElseThrow();
    Interval back = Proportions.koopmanRatio(12, 40, 5, 50).value().orElseThrow();
    assertThat(there.low()).isCloseTo(1 / back.high(), within(1e-9));
    assertThat(there.high()).isCloseTo(1 / back.low(), within(1e-9));
  }

  @Test
  void zero_counts_open_one_end_and_two_zeros_leave_nothing() {
    Interval none = Proportions.koopmanRatio(0, 30, 7, 30).value().orElseThrow();
    assertThat(none.low()).isZero();
    assertThat(none.high()).isBetween(0.1, 1.0);
    Interval all = Proportions.koopmanRatio(7, 30, 0, 30).value().orElseThrow();
    assertThat(all.high()).isInfinite();
    assertThat(all.low()).isCloseTo(1 / none.high(), within(1e-9));
    assertThat(Proportions.koopmanRatio(0, 30, 0, 30).reason()).isPresent();
    assertThat(Proportions.wilson(0, 0).reason()).isPresent();
  }

  @Test
  void certain_events_have_a_ratio_interval_around_one() {
    Interval interval = Proportions.koopmanRatio(20, 20, 20, 20).value().orElseThrow();
    assertThat(interval.low()).isBetween(0.7, 1.0);
    assertThat(interval.high()).isCloseTo(1 / interval.low(), within(1e-9));
  }

  @Test
  void clustering_widens_and_equal_clusters_do_not() {
    Interval plain = Proportions.wilson(30, 100).value().orElseThrow();
    Interval uneven =
        Proportions.wilsonClustered(new double[] {20, 5, 3, 2}, new double[] {25, 25, 25, 25})
            .value()
            .orElseThrow();
    Interval even =
        Proportions.wilsonClustered(new double[] {15, 15}, new double[] {50, 50})
            .value()
            .orElseThrow();
    assertThat(uneven.halfWidth()).isGreaterThan(1.5 * plain.halfWidth());
    assertThat(even).isEqualTo(plain);
  }

  private static void check(Outcome<Interval> actual, double low, double high) {
    assertThat(actual.value().orElseThrow().low()).isCloseTo(low, within(6e-5));
    assertThat(actual.value().orElseThrow().high()).isCloseTo(high, within(6e-5));
  }
}
