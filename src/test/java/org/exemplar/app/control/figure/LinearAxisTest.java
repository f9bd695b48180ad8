package org.exemplar.app.control.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LinearAxisTest {
  private final LinearAxis axis = new LinearAxis(0.3, 1, 100, 800);

  @Test
  void values_and_px_map_both_ways() {
    assertThat(axis.at(0.3)).isEqualTo(100);
    assertThat(axis.at(1)).isEqualTo(800);
    assertThat(axis.valueAt(axis.at(0.77))).isCloseTo(0.77, within(1e-12));
  }

  @Test
  void ticks_are_round_and_not_more_than_asked_for() {
    assertThat(axis.ticks(8)).hasSizeLessThanOrEqualTo(8);
    assertThat(axis.ticks(8).getFirst()).isCloseTo(0.3, within(1e-12));
    assertThat(new LinearAxis(0, 20, 0, 1).ticks(3)).containsExactly(0.0, 10.0, 20.0);
  }

  @Test
  void counts_are_rounded_up_to_a_round_one() {
    assertThat(LinearAxis.roundedUp(19)).isEqualTo(20);
    assertThat(LinearAxis.roundedUp(41)).isEqualTo(60);
    assertThat(LinearAxis.roundedUp(1234)).isEqualTo(2000);
  }

  @Test
  void minus_is_a_minus_and_zero_has_none() {
    assertThat(LinearAxis.number(-0.25, 2)).isEqualTo("−0.25");
    assertThat(LinearAxis.number(-0.001, 2)).isEqualTo("0.00");
  }
}
