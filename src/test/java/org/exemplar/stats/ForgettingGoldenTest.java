package org.exemplar.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exemplar.stats.Golden.close;
import static org.exemplar.stats.Golden.doubles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Regressions over pairs of findings and tests over runs of the phantom study, against statsmodels
 * and SciPy.
 */
class ForgettingGoldenTest {
  private static final JsonNode GOLDEN = Golden.read("phantom/forgetting");

  @ParameterizedTest
  @CsvSource({
    "fcd_euclidean, standard, abs_diff_log_freq, iou_pow_quarter",
    "fcd_discrete_frechet, standard, abs_diff_log_freq, iou_pow_quarter",
    "fcd_euclidean, as_coded_by_authors, abs_diff_log_freq_as_coded, iou_as_coded_pow_quarter"
  })
  void regressions_and_correlations_over_pairs_agree(
      String distance, String kind, String logKey, String iouKey) {
    double[] y = pairs(distance);
    double[] log = pairs(logKey);
    double[] iou = pairs(iouKey);
    JsonNode golden = GOLDEN.get("regressions").get(distance + "/" + kind);
    compare(LeastSquares.fit(y, log), golden.get("ols_log_freq_diff"));
    compare(LeastSquares.fit(y, iou), golden.get("ols_iou_quarter"));
    compare(LeastSquares.fit(y, log, iou), golden.get("ols_both"));
    compare(LeastSquares.withInteraction(y, log, iou), golden.get("ols_interaction"));
    JsonNode correlation = golden.get("corr_log_freq_diff");
    compare(Correlation.pearson(y, log), correlation, "pearson_r", "pearson_p");
    compare(Correlation.spearman(y, log), correlation, "spearman_rho", "spearman_p");
    compare(Correlation.kendallTauB(y, log), correlation, "kendall_tau_b", "kendall_p");
  }

  private static double[] pairs(String key) {
    return doubles(GOLDEN.get("pairs").get(key));
  }

  private static void compare(Outcome<LeastSquares> actual, JsonNode golden) {
    LeastSquares fit = actual.value().orElseThrow();
    for (int j = 0; j < fit.terms().size(); j++) {
      LeastSquares.Term term = fit.terms().get(j);
      close("coefficient", term.coefficient(), golden.get("coef").get(j), 1e-9, 1e-12);
      close("se", term.se(), golden.get("se").get(j), 1e-9, 0);
      close("p", term.p(), golden.get("p").get(j), 1e-8, 1e-14);
      close(
          "low",
          term.interval(fit.residualDf()).low(),
          golden.get("ci95").get(j).get(0),
          1e-8,
          1e-11);
    }
    close("r2", fit.rSquared(), golden.get("r2"), 1e-9, 1e-12);
    close("adjusted", fit.adjustedRSquared(), golden.get("r2_adj"), 1e-9, 1e-12);
    close("F p", fit.fP(), golden.get("F_p"), 1e-8, 1e-14);
  }

  private static void compare(
      Outcome<Correlation> actual, JsonNode golden, String coefficient, String p) {
    Correlation correlation = actual.value().orElseThrow();
    close(coefficient, correlation.coefficient(), golden.get(coefficient), 1e-9, 1e-12);
    close(p, correlation.p(), golden.get(p), 1e-8, 1e-14);
  }

  @Test
  void tests_of_a_drop_over_runs_agree() {
    int compared = 0;
    for (JsonNode row : GOLDEN.get("significance")) {
      JsonNode ap = GOLDEN.get("ap").get(row.get("class").stringValue());
      double[] dense = doubles(ap.get("0.00"));
      double[] pruned = doubles(ap.get(row.get("prune_ratio").stringValue()));
      double[] differences = new double[dense.length];
      for (int i = 0; i < dense.length; i++) {
        differences[i] = dense[i] - pruned[i];
      }
      compareT(TTest.welch(dense, pruned), row, "welch_t", "welch_p");
      compareT(TTest.paired(dense, pruned), row, "paired_t", "paired_p");
      Outcome<RankTest> wilcoxon = RankTest.wilcoxon(differences);
      assertThat(wilcoxon.isDefined()).isEqualTo(row.get("wilcoxon_p").isNumber());
      wilcoxon.value().ifPresent(test -> close("W p", test.p(), row.get("wilcoxon_p"), 1e-9, 0));
      RankTest.mannWhitneyExactIfSmall(dense, pruned)
          .value()
          .ifPresent(test -> {
            close("U", test.statistic(), row.get("mwu_U"), 0, 0);
            close("U p", test.p(), row.get("mwu_p"), 1e-9, 0);
          });
      compared++;
    }
    assertThat(compared).isEqualTo(80);
  }

  private static void compareT(Outcome<TTest> actual, JsonNode row, String statistic, String p) {
    assertThat(actual.isDefined()).isEqualTo(row.get(statistic).isNumber());
    actual
        .value()
        .ifPresent(test -> {
          close(statistic, test.statistic(), row.get(statistic), 1e-8, 1e-12);
          close(p, test.p(), row.get(p), 1e-8, 0);
        });
  }
}
