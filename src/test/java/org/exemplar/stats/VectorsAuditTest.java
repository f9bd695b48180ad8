package org.exemplar.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.exemplar.testing.GoldenLedger;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Test;

/** Every value of the numeric reference cases is compared with something. */
class VectorsAuditTest {
  private final GoldenLedger golden =
      GoldenLedger.json(SharedData.file("vectors/golden_vectors.json"));

  @Test
  void every_reference_value_is_compared() {
    cases("correlation").forEach(this::correlation);
    cases("average_precision").forEach(this::ranking);
    percentiles();
    cases("curve_distance").forEach(this::distance);
    tails();
    golden.assertAllCompared();
  }

  private Iterable<String> cases(String group) {
    return golden.paths(group + "|").stream()
        .map(path -> String.join("|", Arrays.asList(path.split("\\|")).subList(0, 2)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private double[] doubles(String path) {
    return golden.paths(path + "|").stream().mapToDouble(golden::number).toArray();
  }

  private void correlation(String at) {
    double[] x = doubles(at + "|x");
    double[] y = doubles(at + "|y");
    double[] average = Ranks.average(x);
    int[] minimum = Ranks.minimum(x);
    int[] dense = Ranks.dense(x);
    for (int i = 0; i < x.length; i++) {
      golden.close(at + "|rank_average|" + i, average[i], 0);
      golden.close(at + "|rank_min|" + i, minimum[i], 0);
      golden.close(at + "|rank_dense|" + i, dense[i], 0);
    }
    check(at + "|pearson", Correlation.pearson(x, y));
    check(at + "|spearman", Correlation.spearman(x, y));
    check(at + "|kendall_tau_b", Correlation.kendallTauB(x, y));
  }

  private void check(String path, Outcome<Correlation> actual) {
    Optional<Correlation> value = actual.value();
    golden.close(path + "|0", value.map(Correlation::coefficient).orElse(Double.NaN), 1e-12);
    // a coefficient that rounding leaves at 1 - 1e-16 has a p of 1e-100 in SciPy and of 0 here
    golden.close(path + "|1", value.map(Correlation::p).orElse(Double.NaN), 1e-9);
  }

  private void ranking(String at) {
    double[] truth = doubles(at + "|y");
    boolean[] positive = new boolean[truth.length];
    for (int i = 0; i < truth.length; i++) {
      positive[i] = truth[i] == 1;
    }
    RankedScores scores = RankedScores.of(doubles(at + "|score"), positive);
    golden.close(at + "|n_pos", scores.positives(), 0);
    golden.close(at + "|average_precision", orNaN(scores.averagePrecision()), 1e-14);
    golden.close(at + "|roc_auc", orNaN(scores.rocAuc()), 1e-14);
  }

  private static double orNaN(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  private void percentiles() {
    double[] x = doubles("percentile|x");
    golden.close("percentile|p5_linear", orNaN(Sample.quantile(x, 0.05)), 1e-15);
    golden.close("percentile|median", orNaN(Sample.median(x)), 1e-15);
    golden.except(
        "percentile\\|p5_(lower|higher|nearest|hazen|weibull)",
        "the stated policy is numpy's default, linear; no other rule is offered");
  }

  private void distance(String at) {
    double[] a = doubles(at + "|a");
    double[] b = doubles(at + "|b");
    golden.close(at + "|euclidean", CurveDistance.euclidean(a, b), 1e-14);
    golden.close(at + "|discrete_frechet_abs", CurveDistance.discreteFrechet(a, b), 1e-14);
    golden.close(at + "|rmse", CurveDistance.euclidean(a, b) / Math.sqrt(a.length), 1e-14);
    golden.except(
        at.replace("|", "\\|") + "\\|mae", "no result of the engine is a mean absolute distance");
  }

  private void tails() {
    for (String kind : new String[] {"chi2_sf", "t_two_sided", "normal_two_sided", "f_sf"}) {
      for (int row = 0; golden.has("tails|" + kind + "|" + row + "|0"); row++) {
        double[] v = doubles("tails|" + kind + "|" + row);
        double p =
            switch (kind) {
              case "chi2_sf" -> Tails.chiSquaredUpper(v[0], v[1]);
              case "t_two_sided" -> Tails.tTwoSided(v[0], v[1]);
              case "f_sf" -> Tails.fUpper(v[0], v[1], v[2]);
              default -> Tails.normalTwoSided(v[0]);
            };
        golden.relative("tails|" + kind + "|" + row + "|" + (v.length - 1), p, 1e-10);
      }
    }
  }
}
