package org.exemplar.stats.mrmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrmcAucTest {
  private static final double N = Double.NaN;

  private static RatingTable random(
      int readers, int positives, int negatives, double missing, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    boolean[] positive = new boolean[positives + negatives];
    Arrays.fill(positive, 0, positives, true);
    double[][] scores = new double[readers][positive.length];
    for (double[] row : scores) {
      Arrays.setAll(
          row, c -> random.nextDouble() < missing ? N : random.nextInt(5) + (positive[c] ? 1 : 0));
    }
    return new RatingTable(positive, scores);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3})
  void moments_equal_a_direct_loop_over_all_pairs_of_pairs(double missing) {
    RatingTable table = random(3, 5, 4, missing, 42);
    double[] sums = new double[8];
    double[] counts = new double[8];
    for (int r = 0; r < 3; r++) {
      for (int r2 = 0; r2 < 3; r2++) {
        addPairsOfPairs(table, r, r2, sums, counts);
      }
    }
    MrmcAuc.Evidence evidence = MrmcAuc.of(table).value().orElseThrow().evidence().orElseThrow();
    for (int k = 0; k < 8; k++) {
      assertThat(evidence.moments().unbiased()[k]).isCloseTo(sums[k] / counts[k], within(1e-14));
    }
  }

  private static void addPairsOfPairs(
      RatingTable t, int r, int r2, double[] sums, double[] counts) {
    for (int i : t.negativeIndices()) {
      for (int i2 : t.negativeIndices()) {
        for (int j : t.positiveIndices()) {
          for (int j2 : t.positiveIndices()) {
            if (t.has(r, i) && t.has(r, j) && t.has(r2, i2) && t.has(r2, j2)) {
              int shared = i == i2 ? (j == j2 ? 0 : 2) : (j == j2 ? 1 : 3);
              int k = shared + (r == r2 ? 0 : 4);
              sums[k] += success(t, r, i, j) * success(t, r2, i2, j2);
              counts[k]++;
            }
          }
        }
      }
    }
  }

  private static double success(RatingTable t, int r, int i, int j) {
    return (Math.signum(t.score(r, j) - t.score(r, i)) + 1) / 2;
  }

  @Test
  void turning_every_scale_round_mirrors_auc_and_keeps_the_p_value_of_complete_data() {
    RatingTable table = random(4, 8, 9, 0, 3);
    double[][] turned = new double[4][17];
    boolean[] positive = new boolean[17];
    for (int c = 0; c < 17; c++) {
      positive[c] = table.isPositive(c);
      for (int r = 0; r < 4; r++) {
        turned[r][c] = -table.score(r, c);
      }
    }
    MrmcAuc there = MrmcAuc.of(table).value().orElseThrow();
    MrmcAuc back = MrmcAuc.of(new RatingTable(positive, turned)).value().orElseThrow();
    assertThat(back.auc()).isCloseTo(1 - there.auc(), within(1e-15));
    assertThat(back.inference().value().orElseThrow().p())
        .isCloseTo(there.inference().value().orElseThrow().p(), within(1e-12));
  }

  @Test
  void an_empty_arm_no_reader_and_no_case_have_no_auc() {
    boolean[] allPositive = {true, true};
    assertThat(MrmcAuc.of(new RatingTable(allPositive, new double[][] {{1, 2}})).reason())
        .isPresent();
    assertThat(MrmcAuc.of(new RatingTable(allPositive, new double[0][])).reason()).isPresent();
    assertThat(MrmcAuc.of(new RatingTable(new boolean[0], new double[][] {{}})).reason())
        .isPresent();
    assertThat(
            MrmcAuc.of(
                    new RatingTable(new boolean[] {true, false}, new double[][] {{1, N}, {N, 2}}))
                .reason())
        .isPresent();
  }

  @Test
  void one_reader_with_nearly_all_pairs_gives_an_auc_but_no_test() {
    double none = Double.NaN;
    boolean[] positive = {true, true, true, true, false, false, false, false};
    double[][] scores = {{3, 1, 2, 4, 1, 2, 2, 3}, {2, none, none, none, 1, none, none, none}};
    MrmcAuc uneven = MrmcAuc.of(new RatingTable(positive, scores)).value().orElseThrow();
    assertThat(uneven.status()).isEqualTo(MrmcAuc.Status.NO_VARIANCE);
    assertThat(uneven.inference().reason())
        .hasValueSatisfying(r -> assertThat(r).contains("one reader"));
  }

  @Test
  void one_case_of_a_kind_gives_an_auc_but_no_test() {
    boolean[] positive = {true, false, false, false};
    double[][] scores = {{3, 1, 2, 4}, {2, 1, 5, 1}};
    MrmcAuc several = MrmcAuc.of(new RatingTable(positive, scores)).value().orElseThrow();
    assertThat(several.auc()).isCloseTo(4 / 6.0, within(1e-15));
    assertThat(several.status()).isEqualTo(MrmcAuc.Status.NO_VARIANCE);
    assertThat(several.inference().reason())
        .hasValueSatisfying(r -> assertThat(r).contains("one case"));
    MrmcAuc single = MrmcAuc.of(new RatingTable(positive, scores).reader(0)).value().orElseThrow();
    assertThat(single.status()).isEqualTo(MrmcAuc.Status.NO_VARIANCE);
  }

  @Test
  void a_reader_who_rated_one_arm_only_has_no_auc_and_leaves_a_single_reader() {
    boolean[] positive = {true, true, true, false, false, false};
    double[][] scores = {{3, 4, 2, 1, 2, 3}, {3, 3, 3, N, N, N}};
    MrmcAuc analysis = MrmcAuc.of(new RatingTable(positive, scores)).value().orElseThrow();
    assertThat(analysis.readers().get(1).auc()).isEmpty();
    assertThat(analysis.status()).isEqualTo(MrmcAuc.Status.SINGLE_READER);
    assertThat(analysis.inference().isDefined()).isTrue();
  }

  @Test
  void every_random_table_however_sparse_gives_finite_numbers_or_reasons() {
    for (int seed = 0; seed < 300; seed++) {
      RatingTable table = random(1 + seed % 4, 1 + seed % 5, 1 + seed % 3, 0.15 * (seed % 7), seed);
      MrmcAuc.of(table)
          .value()
          .flatMap(analysis -> analysis.inference().value())
          .ifPresent(inference -> {
            assertThat(inference.p()).isBetween(0.0, 1.0);
            assertThat(inference.df()).isGreaterThanOrEqualTo(1).isFinite();
            assertThat(inference.statistic()).isFinite();
            assertThat(inference.interval().halfWidth()).isPositive().isFinite();
          });
      PermutationTest.of(table, Strata.none(table.cases()), new Draws(50, seed))
          .value()
          .ifPresent(test -> assertThat(test.p()).isBetween(1e-9, 1.0 + 1e-12));
      TwoWayBootstrap.of(table, new Draws(50, seed))
          .value()
          .ifPresent(bootstrap -> assertThat(bootstrap.mean()).isBetween(0.0, 1.0));
    }
  }

  @Test
  void a_hundred_thousand_ratings_are_no_trouble() {
    RatingTable large = random(10, 1667, 1667, 0, 9);
    MrmcAuc analysis = MrmcAuc.of(large).value().orElseThrow();
    assertThat(analysis.status()).isEqualTo(MrmcAuc.Status.OK);
    assertThat(analysis.auc()).isBetween(0.6, 0.7);
  }
}
