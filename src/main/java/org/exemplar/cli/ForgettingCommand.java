package org.exemplar.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.export.ComparisonFigures;
import org.exemplar.pie.PieAnalysis;
import org.exemplar.pie.PieForgetting;
import org.exemplar.pie.PieOptions;
import org.exemplar.pie.PieResults;
import org.exemplar.pie.TrainLabels;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exemplar forgetting}: what pruning makes a classifier forget, finding by finding. */
@CommandLine.Command(
    name = "forgetting",
    mixinStandardHelpOptions = true,
    description =
        "Computes forgettability, pairs, composition and stability of a comparison with labels, as tables with a codebook and as figures (SVG).")
final class ForgettingCommand extends Command {
  @Parameters(paramLabel = "COMPARISON", description = "A folder that compare made.")
  private @Nullable Path comparison;

  @Option(
      names = "--train-labels",
      paramLabel = "CSV",
      description = "Labels of the training images, for their frequencies.")
  private @Nullable Path trainLabels;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write the tables (default: into the comparison).")
  private @Nullable Path out;

  ForgettingCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  void run(Progress progress, Cancellation cancellation) {
    Path path = Objects.requireNonNull(comparison);
    ComparisonFolder folder = ComparisonFolder.open(path);
    PieOptions options = PieOptions.PAPER;
    if (trainLabels != null) {
      options =
          options.withTrainCounts(TrainLabels.counts(trainLabels, folder.manifest().findings()));
    }
    PieResults results = PieAnalysis.compute(folder, options, progress, cancellation);
    PieForgetting forgetting =
        results
            .forgetting()
            .orElseThrow(() ->
                new Problem(
                    path
                        + " was made without labels, so forgetting cannot be told; run compare again with --labels CSV."));
    Path target = out == null ? path : out;
    PieAnalysis.write(results, target);
    int figures = ComparisonFigures.write(results, target.resolve("figures")).size();
    for (PieForgetting.Finding finding : forgetting.findings()) {
      say(
          String.format(
              Locale.ROOT,
              "%-32s %6.1f %% change of AP at the highest sparsity",
              finding.name(),
              100 * finding.curve().atHighestSparsity()));
    }
    say("Tables: " + target + "; figures: " + target.resolve("figures"));
    summary(
        Map.of(
            "out",
            target.toString(),
            "findings",
            forgetting.findings().size(),
            "figures",
            figures));
  }
}
