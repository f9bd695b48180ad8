package org.exemplar.pie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.exemplar.stats.Sample;

/**
 * How a finding's average precision falls as more weights are removed: per run the relative change
 * (AP_k − AP_0) / (AP_0 + 1e-12), then the median over runs (Holste et al., MICCAI 2023).
 *
 * @param finding index of the finding
 * @param median relative change at each sparsity, the dense network left out; NaN where undefined
 * @param low smallest relative change over runs
 * @param high largest relative change over runs
 */
public record ForgettabilityCurve(
    int finding, List<Double> median, List<Double> low, List<Double> high) {
  private static final double SHIELD = 1e-12;

  public ForgettabilityCurve {
    median = List.copyOf(median);
    low = List.copyOf(low);
    high = List.copyOf(high);
  }

  /**
   * The curve of one finding.
   *
   * @param metrics whose sparsity 0 is the dense network
   */
  public static ForgettabilityCurve of(FindingMetrics metrics, int finding) {
    List<Double> median = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (int k = 1; k < metrics.sparsities(); k++) {
      double[] change = changes(metrics, finding, k);
      median.add(Sample.median(change).orElse(Double.NaN));
      low.add(Arrays.stream(change).min().orElse(Double.NaN));
      high.add(Arrays.stream(change).max().orElse(Double.NaN));
    }
    return new ForgettabilityCurve(finding, median, low, high);
  }

  /** Every finding's curve, in order. */
  public static List<ForgettabilityCurve> all(FindingMetrics metrics) {
    return IntStream.range(0, metrics.labels().findings().size())
        .mapToObj(finding -> of(metrics, finding))
        .toList();
  }

  /** Relative change of every run. */
  private static double[] changes(FindingMetrics metrics, int finding, int sparsity) {
    return IntStream.range(0, metrics.runs())
        .mapToDouble(run -> {
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
    return IntStream.range(0, median.size()).filter(k -> median.get(k) < -share).findFirst();
  }

  /**
   * The sparsity at which the median crosses a fall of {@code share}, on straight lines between the
   * points; the dense network is the point (0, 0).
   *
   * @param sparsities of the points, ascending
   * @param share e.g. 0.2
   * @return empty when it never falls so far
   */
  public OptionalDouble crossing(List<Double> sparsities, double share) {
    OptionalInt first = firstDropOver(share);
    if (first.isEmpty()) {
      return OptionalDouble.empty();
    }
    int k = first.getAsInt();
    double to = sparsities.get(k);
    double from = k == 0 ? 0 : sparsities.get(k - 1);
    double before = k == 0 ? 0 : median.get(k - 1);
    double after = median.get(k);
    return OptionalDouble.of(
        Double.isFinite(before) ? from + (to - from) * (before + share) / (before - after) : to);
  }

  /** The median at the highest sparsity; NaN where undefined or without a pruned network. */
  public double atHighestSparsity() {
    return median.isEmpty() ? Double.NaN : median.getLast();
  }
}
