package org.exemplar.pie;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.exemplar.stats.Correlation;
import org.exemplar.stats.Sample;
import org.exemplar.testing.GoldenLedger;

/** Comparisons that several reference studies share. */
final class GoldenPies {
  private GoldenPies() {}

  /** The boundary, its ties and the distribution of agreement. */
  static void compare(GoldenLedger golden, String at, Agreement agreement, PieSelection selection) {
    double[] sorted =
        IntStream.range(0, agreement.images())
            .filter(agreement::defined)
            .mapToDouble(agreement::value)
            .sorted()
            .toArray();
    int pies = selection.pies().size();
    golden.close(at + "|rho_last_pie", selection.cut().orElseThrow(), 1e-12);
    golden.close(at + "|rho_first_non_pie", sorted[pies], 1e-12);
    golden.same(at + "|tie_at_boundary", sorted[pies] - sorted[pies - 1] <= 1e-12);
    golden.same(at + "|set_depends_on_tie_rule", selection.dependsOnTies());
    golden.close(at + "|percentile5_linear", Sample.quantileOfSorted(sorted, 0.05), 1e-12);
    golden.close(at + "|n_at_or_below_percentile5", selection.atOrBelowPercentile(), 0);
    golden.close(at + "|n_nan", selection.undefined().size(), 0);
    golden.close(at + "|mean", Arrays.stream(sorted).average().orElseThrow(), 1e-12);
    golden.close(at + "|median", Sample.median(sorted).orElseThrow(), 1e-12);
    if (golden.has(at + "|min")) {
      golden.close(at + "|min", sorted[0], 1e-12);
    }
  }

  /** How many images fit. */
  static int count(Agreement agreement, DoublePredicate fits) {
    return (int)
        IntStream.range(0, agreement.images()).mapToDouble(agreement::value).filter(fits).count();
  }

  /** Images whose agreement equals the cut. */
  static List<Integer> tied(Agreement agreement, double cut) {
    return IntStream.range(0, agreement.images())
        .filter(i -> Math.abs(agreement.value(i) - cut) <= 1e-12)
        .boxed()
        .toList();
  }

  /** Three correlations with their p-values. */
  static void compare(GoldenLedger golden, String at, FrequencyRelation relation) {
    golden.close(at + "|n", relation.findings(), 0);
    compare(golden, at + "|pearson_r", at + "|pearson_p", relation.correlations().pearson());
    compare(golden, at + "|spearman_rho", at + "|spearman_p", relation.correlations().spearman());
    compare(golden, at + "|kendall_tau_b", at + "|kendall_p", relation.correlations().kendall());
  }

  static void compare(
      GoldenLedger golden,
      String coefficient,
      String p,
      org.exemplar.stats.Outcome<Correlation> actual) {
    golden.close(
        coefficient, actual.value().map(Correlation::coefficient).orElse(Double.NaN), 1e-9);
    golden.close(p, actual.value().map(Correlation::p).orElse(Double.NaN), 1e-9);
  }
}
