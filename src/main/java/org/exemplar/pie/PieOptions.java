package org.exemplar.pie;

import java.util.Map;
import java.util.Optional;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.problem.Problem;

/**
 * What makes an image a PIE, and what the analysis needs besides the comparison.
 *
 * @param percentile share of images in per cent, above 0 and at most 100; the paper's is 5
 * @param sparsity of the criterion; when empty 0.90, or the largest where there is no 0.90
 * @param seed for draws of runs, used only where not every draw can be listed
 * @param trainCounts how many training images were given each finding, by name; may be empty
 */
public record PieOptions(
    double percentile, Optional<Sparsity> sparsity, long seed, Map<String, Integer> trainCounts) {
  /** The paper's criterion. */
  public static final PieOptions PAPER = new PieOptions(5, Optional.empty(), 0, Map.of());

  public PieOptions {
    if (!(percentile > 0 && percentile <= 100)) {
      throw new Problem(
          "The percentile %s is not above 0 and at most 100; 5 takes the lowest 5 % of images."
              .replace("%s", Double.toString(percentile)));
    }
    trainCounts = Map.copyOf(trainCounts);
  }

  /** The same with another percentile. */
  public PieOptions withPercentile(double other) {
    return new PieOptions(other, sparsity, seed, trainCounts);
  }

  /** The same with the criterion at a given sparsity. */
  public PieOptions withSparsity(Sparsity other) {
    return new PieOptions(percentile, Optional.of(other), seed, trainCounts);
  }

  /** The same with counts of the training labels. */
  public PieOptions withTrainCounts(Map<String, Integer> counts) {
    return new PieOptions(percentile, sparsity, seed, counts);
  }
}
