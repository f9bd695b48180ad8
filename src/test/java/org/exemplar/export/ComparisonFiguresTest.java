package org.exemplar.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.pie.PieAnalysis;
import org.exemplar.pie.PieOptions;
import org.exemplar.pie.PieResults;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonFiguresTest {
  @TempDir Path folder;

  @Test
  void a_comparison_is_drawn() throws IOException {
    MadeComparison made = MadeComparison.of(folder, 40);
    PieResults results =
        PieAnalysis.compute(
            ComparisonFolder.open(made.comparison()),
            PieOptions.PAPER,
            Progress.NONE,
            new Cancellation());
    List<Path> files = ComparisonFigures.write(results, folder.resolve("figures"));
    List<String> names = files.stream().map(file -> file.getFileName().toString()).toList();
    assertThat(names)
        .contains("agreement.svg", "stability.svg", "overlap.svg")
        .hasSize(results.forgetting().isPresent() ? 9 : 3);
    assertThat(svg("agreement")).contains("<svg", "Agreement of 40 images");
    assertThat(svg("stability")).contains("<svg", "probability of being a PIE");
    assertThat(svg("overlap")).contains("PIEs that two sparsities share, of 2 each");
  }

  @Test
  void with_labels_forgetting_and_composition_are_drawn() throws IOException {
    MadeComparison made = MadeComparison.of(folder, 40);
    PieResults results =
        PieAnalysis.compute(
            ComparisonFolder.open(made.comparison()),
            PieOptions.PAPER,
            Progress.NONE,
            new Cancellation());
    assertThat(results.forgetting()).isPresent();
    assertThat(ComparisonFigures.write(results, folder.resolve("figures"))).hasSize(9);
    assertThat(svg("forgettability")).contains("Change of average precision");
    assertThat(svg("first-drops")).contains("significant", "sparsity");
    assertThat(svg("frequency")).contains("relative change of AP");
    assertThat(svg("co-occurrence")).contains("distance of their curves");
    assertThat(svg("composition")).contains("share among PIEs");
    assertThat(svg("overall")).contains("mean AP", "mean AUC", "mean F1");
  }

  private String svg(String name) throws IOException {
    return Files.readString(folder.resolve("figures").resolve(name + ".svg"));
  }
}
