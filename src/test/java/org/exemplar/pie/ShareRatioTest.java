package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.exemplar.stats.Interval;
import org.junit.jupiter.api.Test;

class ShareRatioTest {
  /** The example of Koopman 1984. */
  @Test
  void the_ratio_interval_is_koopmans() {
    ShareRatio share = new ShareRatio(36, 40, 16, 80);
    assertThat(share.ratio()).isCloseTo(4.5, within(1e-12));
    Interval interval = share.ratioInterval().orElseThrow();
    assertThat(interval.low()).isCloseTo(2.94, within(0.005));
    assertThat(interval.high()).isCloseTo(7.15, within(0.005));
  }

  /** Values from a numerical search over the constrained likelihood (scipy 1.10). */
  @Test
  void all_of_the_pies_have_a_ratio_interval_too() {
    Interval some = new ShareRatio(2, 2, 5, 42).ratioInterval().orElseThrow();
    assertThat(some.low()).isCloseTo(2.355056803, within(1e-6));
    assertThat(some.high()).isCloseTo(19.253713260, within(1e-6));
    Interval all = new ShareRatio(3, 3, 7, 7).ratioInterval().orElseThrow();
    assertThat(all.low()).isCloseTo(0.438502968, within(1e-6));
    assertThat(all.high()).isCloseTo(1.548779832, within(1e-6));
  }

  @Test
  void every_ratio_of_small_counts_lies_in_its_interval() {
    for (int n = 1; n <= 5; n++) {
      for (int m = 1; m <= 45; m += 4) {
        for (int x = 1; x <= n; x++) {
          for (int y = 1; y <= m; y++) {
            ShareRatio share = new ShareRatio(x, n, y, m);
            Interval interval = share.ratioInterval().orElseThrow();
            assertThat(share.ratio())
                .as("%s", share)
                .isStrictlyBetween(interval.low(), interval.high());
          }
        }
      }
    }
  }

  /** Table II (a) of Newcombe 1998, method 10. */
  @Test
  void the_difference_interval_is_newcombes() {
    Interval interval = new ShareRatio(56, 70, 48, 80).differenceInterval();
    assertThat(interval.low()).isCloseTo(0.0524, within(0.00005));
    assertThat(interval.high()).isCloseTo(0.3339, within(0.00005));
  }

  /** Table II (e) of Newcombe 1998: 5 of 56 against 0 of 29. */
  @Test
  void the_difference_interval_does_not_collapse_at_none() {
    Interval interval = new ShareRatio(5, 56, 0, 29).differenceInterval();
    assertThat(interval.low()).isCloseTo(-0.0381, within(0.00005));
    assertThat(interval.high()).isCloseTo(0.1926, within(0.00005));
  }

  @Test
  void none_of_the_pies_gives_a_ratio_of_zero_with_an_upper_end() {
    ShareRatio share = new ShareRatio(0, 22, 56, 428);
    assertThat(share.ratio()).isZero();
    Interval interval = share.ratioInterval().orElseThrow();
    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isBetween(0.5, 1.6);
  }

  @Test
  void none_of_the_others_gives_an_infinite_ratio_with_a_lower_end() {
    ShareRatio share = new ShareRatio(3, 22, 0, 428);
    assertThat(share.ratio()).isInfinite();
    Interval interval = share.ratioInterval().orElseThrow();
    assertThat(interval.low()).isGreaterThan(5);
    assertThat(interval.high()).isInfinite();
  }

  @Test
  void none_of_either_is_not_estimable() {
    ShareRatio share = new ShareRatio(0, 22, 0, 428);
    assertThat(share.ratio()).isNaN();
    assertThat(share.ratioInterval()).isEmpty();
    assertThat(share.differenceInterval().contains(0)).isTrue();
  }

  @Test
  void swapping_the_groups_inverts_the_interval() {
    Interval forward = new ShareRatio(8, 22, 13, 428).ratioInterval().orElseThrow();
    Interval backward = new ShareRatio(13, 428, 8, 22).ratioInterval().orElseThrow();
    assertThat(backward.low()).isCloseTo(1 / forward.high(), within(1e-9));
    assertThat(backward.high()).isCloseTo(1 / forward.low(), within(1e-9));
  }

  @Test
  void all_of_both_is_one() {
    Interval interval = new ShareRatio(22, 22, 428, 428).ratioInterval().orElseThrow();
    assertThat(interval.contains(1)).isTrue();
    assertThat(interval.low()).isBetween(0.7, 1.0);
  }

  @Test
  void impossible_counts_are_refused() {
    assertThatThrownBy(() -> new ShareRatio(3, 2, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
