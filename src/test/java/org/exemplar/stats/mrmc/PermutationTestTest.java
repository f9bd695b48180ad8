package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PermutationTestTest {
  private static final boolean[] ARMS = {true, false, true, false, true, false, false};
  private static final double[][] SCORES = {
    {4, 2, 5, 2, 3, 3, 1}, {3, 2, 3, 1, 4, 4, 2}, {5, 5, 1, 2, 4, 1, 1}
  };
  private static final RatingTable TABLE = new RatingTable(ARMS, SCORES);

  /** Share of labelings, by listing them, with at least the observed |AUC − ½|. */
  private static double listed(RatingTable table, int[] strata) {
    double observed = Math.abs(MrmcAuc.of(table).value().orElseThrow().auc() - 0.5);
    int labelings = 0;
    int hits = 0;
    for (int bits = 0; bits < 1 << table.cases(); bits++) {
      boolean[] arms = new boolean[table.cases()];
      int[] moved = new int[2];
      for (int c = 0; c < arms.length; c++) {
        arms[c] = (bits >> c & 1) == 1;
        moved[strata[c]] += (arms[c] ? 1 : 0) - (table.isPositive(c) ? 1 : 0);
      }
      if (moved[0] == 0 && moved[1] == 0) {
        double auc = MrmcAuc.of(new RatingTable(arms, SCORES)).value().orElseThrow().auc();
        labelings++;
        hits += Math.abs(auc - 0.5) >= observed - 1e-12 ? 1 : 0;
      }
    }
    return hits / (double) labelings;
  }

  @Test
  void counting_equals_listing_every_labeling() {
    PermutationTest test =
        PermutationTest.of(TABLE, Strata.none(7), new Draws(1, 1)).value().orElseThrow();
    assertThat(test.exact()).isTrue();
    assertThat(test.p()).isCloseTo(listed(TABLE, new int[7]), within(1e-14));
  }

  @Test
  void inside_strata_only_labelings_that_keep_their_sizes_count() {
    Strata strata = Strata.by(List.of("a", "a", "a", "b", "b", "b", "b"));
    PermutationTest test = PermutationTest.of(TABLE, strata, new Draws(1, 1)).value().orElseThrow();
    assertThat(test.exact()).isTrue();
    assertThat(test.p()).isCloseTo(listed(TABLE, new int[] {0, 0, 0, 1, 1, 1, 1}), within(1e-14));
  }

  @Test
  void drawing_approaches_counting_and_repeats_with_its_seed() {
    double[][] gap = {SCORES[0].clone(), SCORES[1], SCORES[2]};
    gap[0][6] = Double.NaN;
    RatingTable missing = new RatingTable(ARMS, gap);
    PermutationTest test =
        PermutationTest.of(missing, Strata.none(7), new Draws(5000, 5)).value().orElseThrow();
    assertThat(test.exact()).isFalse();
    assertThat(test.draws()).isEqualTo(5000);
    assertThat(test.p()).isCloseTo(listed(TABLE, new int[7]), within(0.12));
    assertThat(PermutationTest.of(missing, Strata.none(7), new Draws(5000, 5)).value())
        .hasValue(test);
  }

  @Test
  void too_large_a_table_is_drawn_by_whole_cases() {
    int cases = 1200;
    boolean[] arms = new boolean[cases];
    double[][] scores = new double[10][cases];
    for (int c = 0; c < cases; c++) {
      arms[c] = c % 2 == 0;
      for (int r = 0; r < 10; r++) {
        scores[r][c] = (c * 7919 + r * 104729) % 5;
      }
    }
    RatingTable table = new RatingTable(arms, scores);
    PermutationTest test =
        PermutationTest.of(table, Strata.none(cases), new Draws(500, 2)).value().orElseThrow();
    assertThat(test.exact()).isFalse();
    assertThat(test.p()).isBetween(1 / 501.0, 1.0);
  }

  @Test
  void one_arm_only_has_no_test_and_foreign_strata_are_refused() {
    RatingTable one = new RatingTable(new boolean[] {true, true}, new double[][] {{1, 2}});
    assertThat(PermutationTest.of(one, Strata.none(2), new Draws(10, 1)).reason()).isPresent();
    assertThatThrownBy(() -> PermutationTest.of(one, Strata.none(3), new Draws(10, 1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
