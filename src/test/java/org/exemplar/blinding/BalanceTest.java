package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BalanceTest {
  @Test
  void thirty_against_twenty_five_per_cent_differ_by_0_11_standard_deviations() {
    assertThat(Balance.standardisedDifference(shares(6, 20), shares(5, 20)))
        .isCloseTo(0.05 / Math.sqrt((0.21 + 0.1875) / 2), within(1e-12));
    assertThat(new Balance.Row("Emphysema", true, 0.3, 0.25, 0.75, 0.112).balanced()).isFalse();
  }

  @Test
  void equal_constants_do_not_differ_and_unequal_constants_differ_without_limit() {
    assertThat(Balance.standardisedDifference(shares(0, 5), shares(0, 9))).isZero();
    assertThat(Balance.standardisedDifference(shares(5, 5), shares(0, 9))).isInfinite();
  }

  private static double[] shares(int ones, int size) {
    return DoubleStream.concat(
            Collections.nCopies(ones, 1.0).stream().mapToDouble(d -> d),
            Collections.nCopies(size - ones, 0.0).stream().mapToDouble(d -> d))
        .toArray();
  }
}
