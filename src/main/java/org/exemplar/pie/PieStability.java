package org.exemplar.pie;

import java.util.Arrays;
import java.util.List;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * How surely each image is a PIE if other training runs had been taken: its probability of being
 * one when runs are drawn with replacement, dense and pruned network of a run together.
 *
 * @param probabilities one for each image
 * @param draws how many draws of runs were looked at
 * @param exact whether these are all possible draws; otherwise they were drawn by seed
 */
public record PieStability(List<Double> probabilities, int draws, boolean exact) {
  /** More distinct draws than this are sampled. */
  static final int DRAWS = 500;

  public PieStability {
    probabilities = List.copyOf(probabilities);
  }

  /**
   * The bootstrap over runs.
   *
   * @param runs dense and pruned probabilities of each run
   * @param seed for the draws, where not all can be listed
   */
  public static PieStability of(
      RunTables runs, double percentile, long seed, Progress progress, Cancellation cancellation) {
    RunResampling resampling = RunResampling.of(runs.dense().size(), DRAWS, seed);
    MeanPredictions dense = new MeanPredictions(runs.images(), runs.findings());
    MeanPredictions pruned = new MeanPredictions(runs.images(), runs.findings());
    double[] probability = new double[runs.images()];
    int done = 0;
    for (RunResampling.Draw draw : resampling.draws()) {
      cancellation.throwIfRequested();
      progress.report("Stability over runs", done++, resampling.draws().size());
      dense.clear();
      pruned.clear();
      for (int run = 0; run < draw.times().size(); run++) {
        int times = draw.times().get(run);
        if (times > 0) {
          dense.add(runs.dense().get(run), times);
          pruned.add(runs.pruned().get(run), times);
        }
      }
      PieSelection selection = PieSelection.of(Agreement.between(dense, pruned), percentile);
      selection.pies().forEach(image -> probability[image] += draw.probability());
    }
    List<Double> clipped = Arrays.stream(probability).map(p -> Math.min(1, p)).boxed().toList();
    return new PieStability(clipped, resampling.draws().size(), resampling.exact());
  }

  /**
   * The tables of every run at one sparsity.
   *
   * @param dense one table for each run, images × findings, row-major
   * @param pruned as many
   */
  public record RunTables(int images, int findings, List<float[]> dense, List<float[]> pruned) {
    public RunTables {
      dense = List.copyOf(dense);
      pruned = List.copyOf(pruned);
      if (dense.isEmpty() || dense.size() != pruned.size()) {
        throw new IllegalArgumentException(
            "%d dense and %d pruned runs".formatted(dense.size(), pruned.size()));
      }
    }
  }
}
