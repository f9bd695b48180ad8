package org.exemplar.pie;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/**
 * Everything that a finished comparison says about disagreement and forgetting, computed from its
 * predictions and written beside them as CSV with a codebook.
 */
public final class PieAnalysis {
  private final ComparisonFolder folder;
  private final ComparedPredictions compared;
  private final PieOptions options;
  private final Progress progress;
  private final Cancellation cancellation;

  private PieAnalysis(
      ComparisonFolder folder, PieOptions options, Progress progress, Cancellation cancellation) {
    this.folder = folder;
    this.compared = new ComparedPredictions(folder);
    this.options = options;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Analyses a comparison and writes the tables into its folder. Each file is complete or not
   * there.
   *
   * @throws org.exemplar.problem.Problem if the criterion's sparsity was not compared, or a file
   *     cannot be read or written
   */
  public static PieResults run(
      ComparisonFolder folder, PieOptions options, Progress progress, Cancellation cancellation) {
    PieResults results = compute(folder, options, progress, cancellation);
    write(results, folder.path());
    return results;
  }

  /** Analyses a comparison without writing anything. */
  public static PieResults compute(
      ComparisonFolder folder, PieOptions options, Progress progress, Cancellation cancellation) {
    return new PieAnalysis(folder, options, progress, cancellation).compute();
  }

  /** Writes the tables of an analysis into a folder, made when it is not there. */
  public static void write(PieResults results, Path out) {
    new PieTables(results, out).write();
  }

  private PieResults compute() {
    Sparsity criterion = compared.criterion(options.sparsity());
    List<Sparsity> sparsities = folder.manifest().tables();
    Optional<FindingLabels> labels = compared.labels();
    Optional<FindingMetrics> metrics =
        labels.map(given -> new FindingMetrics(given, compared.runs(), sparsities.size()));
    MeanPredictions dense = mean(0, sparsities, metrics);
    RankedPredictions ranked = new RankedPredictions(dense);
    List<Agreement> agreements = new ArrayList<>();
    MeanPredictions atCriterion = dense;
    for (int s = 1; s < sparsities.size(); s++) {
      MeanPredictions pruned = mean(s, sparsities, metrics);
      agreements.add(Agreement.between(ranked, pruned));
      atCriterion = sparsities.get(s).equals(criterion) ? pruned : atCriterion;
    }
    PieDisagreement disagreement =
        new PieDisagreement(
            criterion,
            compared.pruned(),
            agreements,
            agreements.stream().map(each -> PieSelection.of(each, options.percentile())).toList(),
            contributions(dense, atCriterion));
    return new PieResults(
        folder,
        disagreement,
        instability(criterion),
        metrics.map(scored ->
            PieForgetting.of(
                scored, compared.pruned(), disagreement.selection(), options.trainCounts())));
  }

  /** Mean over runs at one sparsity; scores each table on the way. */
  private MeanPredictions mean(
      int index, List<Sparsity> sparsities, Optional<FindingMetrics> metrics) {
    MeanPredictions mean = new MeanPredictions(compared.images(), compared.findings());
    int runs = compared.runs();
    for (int run = 0; run < runs; run++) {
      cancellation.throwIfRequested();
      progress.report(
          "Comparing predictions", (long) index * runs + run, (long) sparsities.size() * runs);
      float[] table = compared.table(run, sparsities.get(index));
      mean.add(table);
      int r = run;
      metrics.ifPresent(scores -> scores.add(r, index, table));
    }
    return mean;
  }

  private static List<Optional<double[]>> contributions(
      MeanPredictions dense, MeanPredictions pruned) {
    double[] a = new double[dense.findings()];
    double[] b = new double[dense.findings()];
    return IntStream.range(0, dense.images())
        .mapToObj(image -> {
          dense.copyRow(image, a);
          pruned.copyRow(image, b);
          return Contribution.of(a, b);
        })
        .toList();
  }

  private PieInstability instability(Sparsity criterion) {
    ModalLabels denseLabels = new ModalLabels(compared.images(), compared.findings());
    ModalLabels prunedLabels = new ModalLabels(compared.images(), compared.findings());
    List<float[]> dense = new ArrayList<>();
    List<float[]> pruned = new ArrayList<>();
    for (int run = 0; run < compared.runs(); run++) {
      dense.add(compared.table(run, Sparsity.DENSE));
      pruned.add(compared.table(run, criterion));
      denseLabels.add(dense.getLast());
      prunedLabels.add(pruned.getLast());
    }
    PieStability stability =
        PieStability.of(
            new PieStability.RunTables(compared.images(), compared.findings(), dense, pruned),
            options.percentile(),
            options.seed(),
            progress,
            cancellation);
    return new PieInstability(stability, ModalLabels.pies(denseLabels, prunedLabels));
  }
}
