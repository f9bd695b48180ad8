package org.exemplar.pie;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.exemplar.stats.Sample;
import org.jspecify.annotations.Nullable;

/**
 * How a finding's average precision falls as more weights are removed: per run the relative change
 * (AP_k − AP_0) / (AP_0 + 1e-12), then the median over runs (Holste et al., MICCAI 2023).
 *
 * @param finding index of the finding
 * @param median relative change at each sparsity, the dense network left out; NaN where undefined
 * @param low smallest relative change over runs
 * @param high largest relative change over runs
 */
public record ForgettabilityCurve(int finding, double[] median, double[] low, double[] high) {
  private static final double SHIELD = 1e-12;

  /**
   * The curve of one finding.
   *
   * @param metrics whose sparsity 0 is the dense network
   */
  public static ForgettabilityCurve of(FindingMetrics metrics, int finding) {
    int points = metrics.sparsities() - 1;
    double[] median = new double[points];
    double[] low = new double[points];
    double[] high = new double[points];
    for (int k = 0; k < points; k++) {
      double[] change = changes(metrics, finding, k + 1);
      median[k] = Sample.median(change).orElse(Double.NaN);
      low[k] = Arrays.stream(change).min().orElse(Double.NaN);
      high[k] = Arrays.stream(change).max().orElse(Double.NaN);
    }
    return new ForgettabilityCurve(finding, median, low, high);
  }

  /** Relative change of every run. */
  private static double[] changes(FindingMetrics metrics, int finding, int sparsity) {
    return IntStream.range(0, metrics.runs())
        .mapToDouble(
            run -> {
              double dense = metrics.score(run, 0, finding).ap();
              return (metrics.score(run, sparsity, finding).ap() - dense) / (dense + SHIELD);
            })
        .toArray();
  }

  /**
   * The first point at which the median has fallen by more than {@code share}.
   *
   * @param share e.g. 0.2
   * @return index into the points; empty when it never falls so far
   */
  public OptionalInt firstDropOver(double share) {
    return IntStream.range(0, median.length).filter(k -> median[k] < -share).findFirst();
  }

  /** The median at the highest sparsity; NaN where undefined or without a pruned network. */
  public double atHighestSparsity() {
    return median.length == 0 ? Double.NaN : median[median.length - 1];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ForgettabilityCurve that
        && finding == that.finding
        && Arrays.equals(median, that.median)
        && Arrays.equals(low, that.low)
        && Arrays.equals(high, that.high);
  }

  @Override
  public int hashCode() {
    return 31 * finding + Arrays.hashCode(median);
  }
}
