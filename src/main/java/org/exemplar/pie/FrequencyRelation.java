package org.exemplar.pie;

import java.util.List;
import java.util.stream.IntStream;
import org.exemplar.stats.Correlation;
import org.exemplar.stats.Outcome;

/**
 * Whether rare findings are forgotten more: correlation of the log of a finding's frequency with
 * how it is forgotten.
 *
 * @param counts whose frequencies
 * @param measure what is correlated with them
 * @param findings how many findings have both numbers
 */
public record FrequencyRelation(
    Counts counts, Measure measure, int findings, Correlations correlations) {

  /** Whose images are counted. */
  public enum Counts {
    /** The images that the networks were trained on. */
    TRAIN,
    /** The images of the comparison. */
    TEST
  }

  /** How forgetting is measured. */
  public enum Measure {
    /** Median relative change of average precision at the highest sparsity. */
    CHANGE_AT_HIGHEST_SPARSITY,
    /** First sparsity at which the median has fallen by more than 20 %. */
    FIRST_DROP_OVER_20_PERCENT
  }

  /** Three ways to correlate the same pairs. */
  public record Correlations(
      Outcome<Correlation> pearson, Outcome<Correlation> spearman, Outcome<Correlation> kendall) {}

  /**
   * Correlates over the findings that occur and have the measure.
   *
   * @param frequencies how many images were given each finding
   * @param values the measure of each finding; NaN where it has none
   */
  public static FrequencyRelation of(
      Counts counts, Measure measure, int[] frequencies, List<Double> values) {
    int[] usable =
        IntStream.range(0, frequencies.length)
            .filter(f -> frequencies[f] > 0 && Double.isFinite(values.get(f)))
            .toArray();
    double[] x = IntStream.of(usable).mapToDouble(f -> Math.log(frequencies[f])).toArray();
    double[] y = IntStream.of(usable).mapToDouble(values::get).toArray();
    return new FrequencyRelation(
        counts,
        measure,
        usable.length,
        new Correlations(
            Correlation.pearson(x, y), Correlation.spearman(x, y), Correlation.kendallTauB(x, y)));
  }
}
