package org.exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.exemplar.stats.Golden.close;
import static org.exemplar.stats.Golden.doubles;
import static org.exemplar.stats.Golden.number;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every small numeric case against NumPy, SciPy and scikit-learn. */
class VectorsGoldenTest {
  private static final JsonNode VECTORS = Golden.read("vectors");

  @Test
  void ranks_are_those_of_scipy() {
    for (JsonNode each : VECTORS.get("correlation")) {
      double[] x = doubles(each.get("x"));
      assertThat(Ranks.average(x)).containsExactly(doubles(each.get("rank_average")));
      assertThat(Arrays.stream(Ranks.minimum(x)).asDoubleStream().toArray())
          .containsExactly(doubles(each.get("rank_min")));
      assertThat(Arrays.stream(Ranks.dense(x)).asDoubleStream().toArray())
          .containsExactly(doubles(each.get("rank_dense")));
      double[] halves = Arrays.stream(Ranks.doubledAverage(x)).mapToDouble(r -> r / 2.0).toArray();
      assertThat(halves).containsExactly(doubles(each.get("rank_average")));
    }
  }

  @Test
  void correlations_are_those_of_scipy_or_undefined_where_it_says_nan() {
    for (JsonNode each : VECTORS.get("correlation")) {
      double[] x = doubles(each.get("x"));
      double[] y = doubles(each.get("y"));
      check("pearson", Correlation.pearson(x, y), each.get("pearson"), true);
      check("spearman", Correlation.spearman(x, y), each.get("spearman"), true);
      check("kendall", Correlation.kendallTauB(x, y), each.get("kendall_tau_b"), false);
    }
  }

  private static void check(
      String name, Outcome<Correlation> actual, JsonNode expected, boolean compareP) {
    if (!expected.get(0).isNumber()) {
      assertThat(actual.isDefined()).as(name).isFalse();
      return;
    }
    Correlation correlation = actual.value().orElseThrow();
    close(name, correlation.coefficient(), expected.get(0), 1e-12, 1e-14);
    // scipy's spearman p near a perfect correlation is limited by rounding of the coefficient
    if (compareP && Math.abs(correlation.coefficient()) < 1 - 1e-12) {
      close(name + " p", correlation.p(), expected.get(1), 1e-9, 1e-14);
    }
  }

  @Test
  void fast_spearman_of_rows_gives_the_same_bits_as_the_single_call() {
    for (JsonNode each : VECTORS.get("correlation")) {
      double[] x = doubles(each.get("x"));
      double[] y = doubles(each.get("y"));
      double[] both = new double[2 * x.length + 1];
      System.arraycopy(x, 0, both, 1, x.length);
      System.arraycopy(y, 0, both, 1 + x.length, y.length);
      double single = Spearman.correlation(x, y);
      double rows = new Spearman(x.length).of(both, 1, both, 1 + x.length);
      assertThat(Double.doubleToLongBits(rows)).isEqualTo(Double.doubleToLongBits(single));
    }
  }

  @Test
  void average_precision_and_auc_are_those_of_scikit_learn_or_empty_where_undefined() {
    for (JsonNode each : VECTORS.get("average_precision")) {
      double[] truth = doubles(each.get("y"));
      boolean[] positive = new boolean[truth.length];
      for (int i = 0; i < truth.length; i++) {
        positive[i] = truth[i] == 1;
      }
      RankedScores scores = RankedScores.of(doubles(each.get("score")), positive);
      JsonNode ap = each.get("average_precision");
      JsonNode auc = each.get("roc_auc");
      assertThat(scores.averagePrecision().isPresent()).isEqualTo(ap.isNumber());
      assertThat(scores.rocAuc().isPresent()).isEqualTo(auc.isNumber());
      scores.averagePrecision().ifPresent(v -> close("ap", v, ap, 1e-14, 1e-15));
      scores.rocAuc().ifPresent(v -> close("auc", v, auc, 1e-14, 1e-15));
    }
  }

  @Test
  void quantiles_are_numpys_linear_ones() {
    JsonNode each = VECTORS.get("percentile");
    double[] x = doubles(each.get("x"));
    assertThat(Sample.quantile(x, 0.05)).hasValue(number(each.get("p5_linear")));
    assertThat(Sample.median(x)).hasValue(number(each.get("median")));
  }

  @Test
  void curve_distances_agree() {
    for (JsonNode each : VECTORS.get("curve_distance")) {
      double[] a = doubles(each.get("a"));
      double[] b = doubles(each.get("b"));
      double euclidean = CurveDistance.euclidean(a, b);
      double frechet = CurveDistance.discreteFrechet(a, b);
      close("euclidean", euclidean, each.get("euclidean"), 1e-14, 0);
      close("frechet", frechet, each.get("discrete_frechet_abs"), 1e-14, 0);
    }
  }

  @Test
  void tails_are_right_far_out() {
    JsonNode tails = VECTORS.get("tails");
    for (JsonNode row : tails.get("chi2_sf")) {
      close(
          "chi2",
          Tails.chiSquaredUpper(number(row.get(0)), number(row.get(1))),
          row.get(2),
          1e-11,
          0);
    }
    for (JsonNode row : tails.get("normal_two_sided")) {
      close("normal", Tails.normalTwoSided(number(row.get(0))), row.get(1), 1e-11, 0);
    }
    for (JsonNode row : tails.get("f_sf")) {
      double f = Tails.fUpper(number(row.get(0)), number(row.get(1)), number(row.get(2)));
      close("f", f, row.get(3), 1e-10, 0);
    }
    for (JsonNode row : tails.get("t_two_sided")) {
      close("t", Tails.tTwoSided(number(row.get(0)), number(row.get(1))), row.get(2), 1e-10, 0);
    }
  }

  @Test
  void quantile_and_tail_undo_each_other() {
    for (double df : new double[] {2, 2.7, 11.48, 240.3}) {
      double q = Tails.tQuantile(0.975, df);
      assertThat(Tails.tTwoSided(q, df)).isCloseTo(0.05, within(1e-13));
    }
  }
}
