package org.exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MultiplicityTest {
  @Test
  void holm_steps_down_and_counts_a_missing_p_as_one() {
    assertThat(Multiplicity.holm(0.01, 0.04, 0.03))
        .containsExactly(new double[] {0.03, 0.06, 0.06}, within(1e-15));
    assertThat(Multiplicity.holm(0.02, Double.NaN)).containsExactly(0.04, 1);
    assertThat(Multiplicity.holm()).isEmpty();
  }

  @Test
  void benjamini_hochberg_steps_up() {
    assertThat(Multiplicity.benjaminiHochberg(0.01, 0.04, 0.03))
        .containsExactly(new double[] {0.03, 0.04, 0.04}, within(1e-15));
  }
}
