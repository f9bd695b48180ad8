package org.exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RankedScoresTest {
  @Test
  void exactly_one_half_is_a_negative_decision() {
    RankedScores scores =
        RankedScores.of(
            new float[] {0.5f, 0.51f, 0.9f, 0.2f}, new boolean[] {true, true, false, true});
    RankedScores.Decisions decisions = scores.atHalf();
    assertThat(decisions).isEqualTo(new RankedScores.Decisions(1, 1, 2, 0));
    assertThat(decisions.precision()).isEqualTo(0.5);
    assertThat(decisions.recall()).isEqualTo(1 / 3.0);
    assertThat(decisions.f1()).isEqualTo(0.4);
  }

  @Test
  void no_example_at_all_has_neither_auc_nor_average_precision_and_zero_f1() {
    RankedScores none = RankedScores.of(new double[0], new boolean[0]);
    assertThat(none.rocAuc()).isEmpty();
    assertThat(none.averagePrecision()).isEmpty();
    assertThat(none.atHalf().f1()).isZero();
  }
}
