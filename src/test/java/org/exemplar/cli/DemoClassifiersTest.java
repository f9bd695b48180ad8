package org.exemplar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.demo.DemoAssets;
import org.exemplar.demo.FilmSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The classifiers that ship with the program, on films that they were not trained on. */
class DemoClassifiersTest {
  private static final DemoAssets ASSETS = DemoAssets.in(Path.of(""));

  @TempDir Path folder;

  @Test
  void the_shipped_checkpoints_are_recognised_and_small() throws IOException {
    assertThat(ASSETS.checkpoints()).hasSizeBetween(3, 5);
    assertThat(Files.readAllLines(ASSETS.findings())).isEqualTo(FilmSet.findings());
    long bytes = 0;
    for (Path checkpoint : ASSETS.checkpoints()) {
      JsonNode inspected = new Shell().type("inspect", checkpoint, "--json").json().get(0);
      assertThat(inspected.get("architecture").asString())
          .isEqualTo("ResNet with 1-1-1-1 basic blocks, width 16");
      assertThat(inspected.get("findings").asInt()).isEqualTo(20);
      bytes += Files.size(checkpoint);
    }
    assertThat(bytes).isLessThan(10_000_000);
  }

  @Test
  void films_are_made_from_the_command_line() {
    Shell.Said said =
        new Shell()
            .type("demo", "--films", 3, "--side", 64, "--format", "png", "--out", folder, "--json");
    assertThat(said.err()).isEmpty();
    assertThat(said.exit()).isZero();
    assertThat(said.json().get("films").asInt()).isEqualTo(3);
    assertThat(folder.resolve("images/film-00002.png")).exists();
    Shell.Said other =
        new Shell().type("demo", "--films", 3, "--side", 64, "--seed", 2, "--out", folder);
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.err()).contains("holds other films").hasLineCount(1);
  }

  @Test
  @Tag("soak")
  void dense_they_know_the_findings_and_pruned_to_a_tenth_they_forget_half() throws IOException {
    Path films = folder.resolve("films");
    new Shell()
        .type(
            "demo", "--films", 400, "--side", 256, "--seed", 31, "--format", "png", "--out", films);
    List<Object> words =
        new ArrayList<>(
            List.of(
                "compare",
                "--images",
                films.resolve("images"),
                "--labels",
                films.resolve("labels.csv"),
                "--findings",
                ASSETS.findings(),
                "--image-size",
                ASSETS.side(),
                "--sparsity",
                "0.9",
                "--out",
                folder.resolve("comparison"),
                "--models"));
    words.addAll(ASSETS.checkpoints());
    Shell.Said said = new Shell().type(words.toArray());
    assertThat(said.exit()).as(said.err()).isZero();
    double dense = meanAp("0.00");
    assertThat(dense).isGreaterThan(5 * prevalence(films.resolve("labels.csv")));
    assertThat(meanAp("0.90")).isLessThan(dense / 2);
  }

  /** Mean over the runs of the mean average precision at a sparsity. */
  private double meanAp(String sparsity) throws IOException {
    return Files.readAllLines(folder.resolve("comparison/overall.csv")).stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[1].equals(sparsity))
        .mapToDouble(cells -> Double.parseDouble(cells[2]))
        .average()
        .orElseThrow();
  }

  private static double prevalence(Path labels) throws IOException {
    return Files.readAllLines(labels).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .mapToDouble(cells ->
                List.of(cells).subList(1, cells.length - 1).stream().filter("1"::equals).count())
            .average()
            .orElseThrow()
        / 20;
  }
}
