package org.exemplar.validation;

import org.exemplar.stats.Correlation;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.RankedScores;
import org.exemplar.stats.Ranks;
import org.exemplar.stats.Tails;
import tools.jackson.databind.JsonNode;

/** Ranks, correlations, average precision and AUC, tails of distributions. */
final class NumberChecks {
  private static final String SCIPY = "SciPy 1.10";

  private final JsonNode vectors;

  NumberChecks(References references) {
    this.vectors = references.json("statistics/vectors.json.gz");
  }

  void run(Bench bench) {
    bench.check("Ranks with ties", SCIPY + " (rankdata)", this::ranks);
    bench.check("Correlations", SCIPY, this::correlations);
    bench.check("Average precision and AUC", "scikit-learn 1.2", this::precision);
    bench.check("Tails of distributions", SCIPY, this::tails);
  }

  private Comparison ranks() {
    Worst worst = Worst.within(0);
    for (JsonNode each : vectors.get("correlation")) {
      double[] expected = References.doubles(each.get("rank_average"));
      double[] got = Ranks.average(References.doubles(each.get("x")));
      for (int i = 0; i < expected.length; i++) {
        worst.add("place " + (i + 1), expected[i], got[i]);
      }
    }
    return worst.comparison("average ranks");
  }

  private Comparison correlations() {
    Worst worst = new Worst(1e-12, 1e-14);
    for (JsonNode each : vectors.get("correlation")) {
      double[] x = References.doubles(each.get("x"));
      double[] y = References.doubles(each.get("y"));
      add(worst, "Pearson", each.get("pearson"), Correlation.pearson(x, y));
      add(worst, "Spearman", each.get("spearman"), Correlation.spearman(x, y));
      add(worst, "Kendall's tau-b", each.get("kendall_tau_b"), Correlation.kendallTauB(x, y));
    }
    return worst.comparison("coefficients");
  }

  private static void add(Worst worst, String name, JsonNode expected, Outcome<Correlation> got) {
    worst.add(
        name,
        expected.get(0).isNumber(),
        References.number(expected.get(0)),
        got.value().map(Correlation::coefficient).orElse(Double.NaN));
  }

  private Comparison precision() {
    Worst worst = new Worst(1e-14, 1e-15);
    for (JsonNode each : vectors.get("average_precision")) {
      double[] truth = References.doubles(each.get("y"));
      boolean[] positive = new boolean[truth.length];
      for (int i = 0; i < truth.length; i++) {
        positive[i] = truth[i] == 1;
      }
      RankedScores scores = RankedScores.of(References.doubles(each.get("score")), positive);
      JsonNode precision = each.get("average_precision");
      worst.add(
          "average precision",
          precision.isNumber(),
          References.number(precision),
          scores.averagePrecision().orElse(Double.NaN));
      JsonNode auc = each.get("roc_auc");
      worst.add("AUC", auc.isNumber(), References.number(auc), scores.rocAuc().orElse(Double.NaN));
    }
    return worst.comparison("values");
  }

  private Comparison tails() {
    Worst worst = new Worst(1e-10, 0);
    JsonNode tails = vectors.get("tails");
    for (JsonNode row : tails.get("chi2_sf")) {
      double[] v = References.doubles(row);
      worst.add("chi-squared", v[2], Tails.chiSquaredUpper(v[0], v[1]));
    }
    for (JsonNode row : tails.get("normal_two_sided")) {
      double[] v = References.doubles(row);
      worst.add("normal", v[1], Tails.normalTwoSided(v[0]));
    }
    for (JsonNode row : tails.get("f_sf")) {
      double[] v = References.doubles(row);
      worst.add("F", v[3], Tails.fUpper(v[0], v[1], v[2]));
    }
    for (JsonNode row : tails.get("t_two_sided")) {
      double[] v = References.doubles(row);
      worst.add("t", v[2], Tails.tTwoSided(v[0], v[1]));
    }
    return worst.comparison("tail probabilities");
  }
}
