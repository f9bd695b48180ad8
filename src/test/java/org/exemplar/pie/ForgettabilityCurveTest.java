package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForgettabilityCurveTest {
  private static ForgettabilityCurve curve(Double... median) {
    return new ForgettabilityCurve(0, List.of(median), List.of(median), List.of(median));
  }

  @Test
  void the_crossing_lies_on_the_line_between_two_sparsities() {
    assertThat(curve(-.1, -.3, -.9).crossing(List.of(.5, .7, .9), .2).orElseThrow())
        .isCloseTo(.6, within(1e-12));
  }

  @Test
  void a_fall_before_the_first_sparsity_is_drawn_from_the_dense_network() {
    assertThat(curve(-.4, -.5).crossing(List.of(.5, .7), .2).orElseThrow())
        .isCloseTo(.25, within(1e-12));
  }

  @Test
  void without_such_a_fall_there_is_no_crossing_and_after_a_gap_it_is_the_point_itself() {
    assertThat(curve(-.1, -.2).crossing(List.of(.5, .7), .2)).isEmpty();
    assertThat(curve(Double.NaN, -.5).crossing(List.of(.5, .7), .2)).hasValue(.7);
  }
}
