package org.exemplar.pie;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.exemplar.stats.Sample;

/** Scores of every finding for every run and sparsity, filled table by table. */
public final class FindingMetrics {
  private final FindingLabels labels;
  private final boolean[][] columns;
  private final FindingScore[][][] scores;

  /**
   * @param labels of the images that the tables' rows stand for
   * @param sparsities how many, dense included
   */
  public FindingMetrics(FindingLabels labels, int runs, int sparsities) {
    this.labels = labels;
    this.columns =
        IntStream.range(0, labels.findings().size())
            .mapToObj(labels::column)
            .toArray(boolean[][]::new);
    this.scores = new FindingScore[runs][sparsities][];
  }

  /**
   * Scores one table.
   *
   * @param sparsity index of the sparsity
   * @param table probabilities, images × findings, row-major
   */
  public void add(int run, int sparsity, float[] table) {
    int findings = columns.length;
    if (table.length != labels.images() * findings) {
      throw new IllegalArgumentException(table.length + " values for " + labels.images() + " rows");
    }
    scores[run][sparsity] =
        IntStream.range(0, findings)
            .parallel()
            .mapToObj(f -> new FindingScorer(labels.images()).score(table, findings, f, columns[f]))
            .toArray(FindingScore[]::new);
  }

  /** The labels that the scores were made with. */
  public FindingLabels labels() {
    return labels;
  }

  /** Number of runs. */
  public int runs() {
    return scores.length;
  }

  /** Number of sparsities, dense included. */
  public int sparsities() {
    return scores[0].length;
  }

  /** One score. */
  public FindingScore score(int run, int sparsity, int finding) {
    return scores[run][sparsity][finding];
  }

  /** Average precision of one finding in every run. */
  public double[] averagePrecisions(int sparsity, int finding) {
    return IntStream.range(0, runs())
        .mapToDouble(run -> score(run, sparsity, finding).ap())
        .toArray();
  }

  /** Unweighted means over the findings for which the measure exists; NaN where none has it. */
  public FindingScore overall(int run, int sparsity) {
    return new FindingScore(
        mean(run, sparsity, FindingScore::ap),
        mean(run, sparsity, FindingScore::auc),
        mean(run, sparsity, FindingScore::f1));
  }

  /** Median over runs of the overall means. */
  public FindingScore medianOverall(int sparsity) {
    return new FindingScore(
        median(sparsity, FindingScore::ap),
        median(sparsity, FindingScore::auc),
        median(sparsity, FindingScore::f1));
  }

  private double mean(int run, int sparsity, ToDoubleFunction<FindingScore> measure) {
    return Arrays.stream(scores[run][sparsity])
        .mapToDouble(measure)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private double median(int sparsity, ToDoubleFunction<FindingScore> measure) {
    double[] values =
        IntStream.range(0, runs())
            .mapToDouble(run -> measure.applyAsDouble(overall(run, sparsity)))
            .toArray();
    return Sample.median(values).orElse(Double.NaN);
  }
}
