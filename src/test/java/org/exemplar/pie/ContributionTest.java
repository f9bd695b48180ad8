package org.exemplar.pie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.exemplar.stats.Spearman;
import org.junit.jupiter.api.Test;

class ContributionTest {
  @Test
  void contributions_of_every_phantom_add_up_to_the_disagreement() {
    Map<String, MeanPredictions> means = new GoldenStudy("phantom").means();
    MeanPredictions dense = Objects.requireNonNull(means.get("0.00"));
    MeanPredictions pruned = Objects.requireNonNull(means.get("0.90"));
    double[] a = new double[dense.findings()];
    double[] b = new double[dense.findings()];
    for (int image = 0; image < dense.images(); image++) {
      dense.copyRow(image, a);
      pruned.copyRow(image, b);
      double[] shares = Contribution.of(a, b).orElseThrow();
      assertThat(Arrays.stream(shares).sum())
          .isCloseTo(1 - Spearman.correlation(a, b), within(1e-14));
      assertThat(Arrays.stream(shares).min().orElseThrow()).isNotNegative();
    }
  }

  @Test
  void without_ties_a_share_is_the_summand_of_spearmans_formula() {
    double[] dense = {.9, .5, .3, .1};
    double[] pruned = {.5, .9, .3, .1};
    assertThat(Contribution.of(dense, pruned).orElseThrow())
        .containsExactly(new double[] {0.1, 0.1, 0, 0}, within(1e-15));
  }

  @Test
  void with_ties_shares_still_add_up() {
    double[] dense = {.9, .5, .5, .1, .1, .1};
    double[] pruned = {.5, .5, .3, .3, .2, .1};
    double sum = Arrays.stream(Contribution.of(dense, pruned).orElseThrow()).sum();
    assertThat(sum).isCloseTo(1 - Spearman.correlation(dense, pruned), within(1e-15));
  }

  @Test
  void a_constant_vector_has_none() {
    assertThat(Contribution.of(new double[] {1, 1}, new double[] {1, 2})).isEmpty();
  }
}
