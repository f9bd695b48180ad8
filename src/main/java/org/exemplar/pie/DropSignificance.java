package org.exemplar.pie;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.exemplar.stats.Multiplicity;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.TTest;

/**
 * At which sparsity a finding's average precision has fallen significantly: Welch's t test of the
 * runs' dense against their pruned average precision, as it is and with Holm's correction over the
 * findings at each sparsity.
 */
public final class DropSignificance {
  private static final double LEVEL = 0.05;

  private final FindingMetrics metrics;
  private final List<List<Outcome<TTest>>> tests;
  private final double[][] holm;

  /** Tests every finding at every sparsity against the dense network, which is sparsity 0. */
  public DropSignificance(FindingMetrics metrics) {
    this.metrics = metrics;
    int findings = metrics.labels().findings().size();
    this.tests =
        IntStream.range(1, metrics.sparsities())
            .mapToObj(k ->
                IntStream.range(0, findings)
                    .mapToObj(f ->
                        TTest.welch(
                            metrics.averagePrecisions(0, f), metrics.averagePrecisions(k, f)))
                    .toList())
            .toList();
    this.holm =
        tests.stream()
            .map(row ->
                Multiplicity.holm(
                    row.stream().mapToDouble(DropSignificance::probability).toArray()))
            .toArray(double[][]::new);
  }

  /**
   * The test at one sparsity; positive where the dense network is better.
   *
   * @param point index of the sparsity among the pruned ones, from 0
   */
  public Outcome<TTest> test(int point, int finding) {
    return tests.get(point).get(finding);
  }

  /** The p-value corrected over the findings; NaN where there is no test. */
  public double holm(int point, int finding) {
    return test(point, finding).isDefined() ? holm[point][finding] : Double.NaN;
  }

  /** The first point with a drop at p &lt; 0.05; empty when there is none. */
  public OptionalInt first(int finding) {
    return first(finding, point -> probability(test(point, finding)));
  }

  /** The first point with a drop at a corrected p &lt; 0.05; empty when there is none. */
  public OptionalInt firstHolm(int finding) {
    return first(finding, point -> holm(point, finding));
  }

  private OptionalInt first(int finding, IntToDoubleFunction probability) {
    return IntStream.range(0, metrics.sparsities() - 1)
        .filter(point -> probability.applyAsDouble(point) < LEVEL)
        .filter(point -> test(point, finding).value().map(t -> t.statistic() > 0).orElse(false))
        .findFirst();
  }

  private static double probability(Outcome<TTest> test) {
    return test.value().map(TTest::p).orElse(Double.NaN);
  }
}
