package org.exemplar.app.explorer.findings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.exemplar.app.explorer.Exploration;
import org.exemplar.app.explorer.ExplorerState;
import org.exemplar.app.explorer.ImageWords;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.FindingLabels;
import org.exemplar.pie.FindingMetrics;
import org.exemplar.pie.FrequencyRelation;
import org.exemplar.pie.PairRegression;
import org.exemplar.pie.PieForgetting;
import org.exemplar.pie.PieSelection;
import org.exemplar.problem.Problem;
import org.exemplar.stats.Correlation;
import org.exemplar.stats.Outcome;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * How the findings of a comparison are forgotten.
 *
 * @param exploration the comparison
 * @param scores what was computed from its labels
 */
public record Forgetting(Exploration exploration, PieForgetting scores) {
  /** A median fall of average precision that counts as forgotten. */
  static final double DROP = 0.2;

  /** By what findings are put in order. */
  enum Order {
    TWENTY_PER_CENT("20 % drop", "sparsity of a 20 % drop of the median"),
    SIGNIFICANT("Significant drop", "sparsity of the first significant drop"),
    HIGHEST("Highest sparsity", "change at the highest sparsity");

    private final String words;
    private final String sentence;

    Order(String words, String sentence) {
      this.words = words;
      this.sentence = sentence;
    }

    String words() {
      return words;
    }

    String sentence() {
      return sentence;
    }
  }

  /**
   * Scores every table of a comparison.
   *
   * @throws Problem if it has no labels
   */
  public static Forgetting of(
      Exploration exploration, Progress progress, Cancellation cancellation) {
    FindingLabels labels =
        exploration
            .labels()
            .orElseThrow(() -> new Problem("This comparison was made without labels."));
    List<Sparsity> all =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(Sparsity.DENSE), exploration.sparsities().stream())
            .toList();
    FindingMetrics metrics = new FindingMetrics(labels, exploration.runs(), all.size());
    int total = all.size() * exploration.runs();
    for (int s = 0; s < all.size(); s++) {
      for (int run = 0; run < exploration.runs(); run++) {
        cancellation.throwIfRequested();
        progress.report("Scoring findings", (long) s * exploration.runs() + run, total);
        metrics.add(run, s, exploration.values(run, all.get(s)));
      }
    }
    PieSelection selection =
        PieSelection.of(
            exploration.agreement(exploration.usualSparsity()), ExplorerState.USUAL_PERCENTILE);
    return new Forgetting(
        exploration, PieForgetting.of(metrics, exploration.sparsities(), selection, Map.of()));
  }

  int findings() {
    return scores.findings().size();
  }

  PieForgetting.Finding finding(int finding) {
    return scores.findings().get(finding);
  }

  /** The name as people read it. */
  String name(int finding) {
    return ImageWords.spaced(finding(finding).name());
  }

  List<Double> sparsities() {
    return exploration.sparsities().stream().map(Sparsity::value).toList();
  }

  /** Where the median crosses a fall of 20 %, between the sparsities. */
  OptionalDouble twenty(int finding) {
    return finding(finding).curve().crossing(sparsities(), DROP);
  }

  /** The first sparsity with a significant drop, by Welch's test with Holm's correction. */
  OptionalDouble significant(int finding) {
    return value(finding(finding).drops().significantHolm());
  }

  /** The same without the correction. */
  OptionalDouble significantUncorrected(int finding) {
    return value(finding(finding).drops().significant());
  }

  private static OptionalDouble value(Optional<Sparsity> sparsity) {
    return sparsity.map(s -> OptionalDouble.of(s.value())).orElse(OptionalDouble.empty());
  }

  /** What findings are ordered by; empty where it never happens. */
  OptionalDouble measure(Order order, int finding) {
    return switch (order) {
      case TWENTY_PER_CENT -> twenty(finding);
      case SIGNIFICANT -> significant(finding);
      case HIGHEST -> {
        double change = finding(finding).curve().atHighestSparsity();
        yield Double.isFinite(change) ? OptionalDouble.of(change) : OptionalDouble.empty();
      }
    };
  }

  /** The findings, forgotten first; those that never are stand last. */
  List<Integer> inOrder(Order order) {
    return IntStream.range(0, findings())
        .boxed()
        .sorted(
            Comparator.comparingDouble((Integer f) -> measure(order, f).orElse(Double.MAX_VALUE))
                .thenComparingDouble(f -> last(f))
                .thenComparing(f -> f))
        .toList();
  }

  private double last(int finding) {
    double change = finding(finding).curve().atHighestSparsity();
    return Double.isFinite(change) ? change : Double.MAX_VALUE;
  }

  /** Median over runs of the average precision at a sparsity, 0 for the dense network. */
  double averagePrecision(int finding, int table) {
    return org.exemplar.stats.Sample.median(scores.metrics().averagePrecisions(table, finding))
        .orElse(Double.NaN);
  }

  /** Pearson's correlation of log frequency with the change at the highest sparsity. */
  Outcome<Correlation> withFrequency() {
    return scores.frequency().stream()
        .filter(r -> r.counts() == FrequencyRelation.Counts.TEST)
        .filter(r -> r.measure() == FrequencyRelation.Measure.CHANGE_AT_HIGHEST_SPARSITY)
        .findFirst()
        .orElseThrow()
        .correlations()
        .pearson();
  }

  /** Spearman's correlation of curve distance with co-occurrence over the pairs. */
  Outcome<Correlation> withCoOccurrence(PairRegression.Distance distance) {
    return scores.pairs().regressions().stream()
        .filter(r -> r.distance() == distance)
        .filter(r -> r.definition() == PairRegression.Definition.STANDARD)
        .findFirst()
        .orElseThrow()
        .withCoOccurrence();
  }
}
