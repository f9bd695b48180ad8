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
    assertThat(files).hasSize(results.forgetting().isPresent() ? 5 : 2);
    assertThat(Files.readString(files.getFirst())).contains("<svg", "Agreement of 40 images");
    assertThat(Files.readString(files.get(1))).contains("<svg", "40 points", "probability");
    if (results.forgetting().isPresent()) {
      assertThat(Files.readString(files.get(3))).contains("<svg", "relative change of AP");
      assertThat(Files.readString(files.get(4))).contains("<svg", "share among PIEs");
    }
  }
}
