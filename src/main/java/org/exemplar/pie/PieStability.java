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

  /** Draws under way together: 16 MB for 100,000 images. */
  private static final int AT_ONCE = 20;

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
    double[] probability = new double[runs.images()];
    List<RunResampling.Draw> draws = resampling.draws();
    for (int done = 0; done < draws.size(); done += AT_ONCE) {
      cancellation.throwIfRequested();
      progress.report("Stability over runs", done, draws.size());
      List<RunResampling.Draw> some = draws.subList(done, Math.min(draws.size(), done + AT_ONCE));
      List<Agreement> agreements = DrawnAgreement.of(runs, some);
      for (int i = 0; i < some.size(); i++) {
        double share = some.get(i).probability();
        PieSelection selection = PieSelection.of(agreements.get(i), percentile);
        selection.pies().forEach(image -> probability[image] += share);
      }
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
