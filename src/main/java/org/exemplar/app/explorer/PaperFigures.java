package org.exemplar.app.explorer;

import java.nio.file.Path;
import java.util.Optional;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.FxTask;
import org.exemplar.export.ComparisonFigures;
import org.exemplar.pie.PieAnalysis;
import org.exemplar.pie.PieOptions;
import org.exemplar.pie.PieResults;

/** Saves all tables and figures of a comparison, as the command {@code forgetting} does. */
final class PaperFigures {
  private final DeskHost host;
  private final ExplorerViewModel model;

  PaperFigures(DeskHost host, ExplorerViewModel model) {
    this.host = host;
    this.model = model;
  }

  /** Asks for a folder and writes into it. */
  void ask(Location at) {
    FileDialogs.folder(host.window(), "Save figures and tables into")
        .ifPresent(to -> write(at, to));
  }

  private void write(Location at, Path to) {
    ExplorerState state = model.stateProperty().get();
    PieOptions options =
        PieOptions.PAPER.withPercentile(state.percentile()).withSparsity(state.sparsity());
    FxTask<Optional<Path>> task =
        new FxTask<>(
            "Saving figures",
            (progress, cancellation) -> {
              PieResults results =
                  PieAnalysis.compute(
                      model.exploration().folder(), options, progress, cancellation);
              PieAnalysis.write(results, to);
              ComparisonFigures.write(results, to.resolve("figures"));
              return Optional.of(to);
            });
    var _ = host.run(at, task);
  }
}
