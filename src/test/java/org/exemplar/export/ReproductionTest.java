package org.exemplar.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.exemplar.analysis.AnalysisSettings;
import org.exemplar.analysis.ArmedRatings;
import org.exemplar.analysis.Orientations;
import org.exemplar.analysis.RatingsAnalysis;
import org.exemplar.analysis.RatingsCsv;
import org.exemplar.analysis.Results;
import org.exemplar.export.report.StudyFacts;
import org.exemplar.study.AnalysisPlan;
import org.exemplar.study.Orientation;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.SharedData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scripts beside the data give the numbers of {@code results.json} from the ratings alone. */
class ReproductionTest {
  @TempDir Path folder;

  private Results results(String table) {
    ArmedRatings ratings = RatingsCsv.read(SharedData.file("ratings-mrmc/" + table));
    Map<String, Orientation> orientations = Orientations.resolve(ratings.questions(), Map.of());
    AnalysisSettings settings =
        new AnalysisSettings(
            orientations, new AnalysisPlan.Resampling(100, 100, 5), Map.of(), false);
    Results results = RatingsAnalysis.analyze(ratings, settings, Progress.NONE, new Cancellation());
    StudyFacts facts =
        StudyFacts.ofTable(
            new StudyFacts.Identity(table, "", "1 May 2026", "Exemplar"), "40 cases", List.of());
    ResultsFolder.write(results, facts, TableSheets.of(ratings, orientations, false), folder);
    return results;
  }

  private List<String> output(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).directory(folder.toFile()).start();
    } catch (IOException e) {
      Assumptions.abort("skipped: " + command[0] + " is not on this machine");
      throw e;
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(errors).isZero();
    return new ArrayList<>(text.lines().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a07_missing_5pct.csv", "a08_split_plot.csv", "a12_edge.csv"})
  void python_gives_the_same_numbers(String table) throws Exception {
    Results results = results(table);
    JsonNode found =
        JsonMapper.shared().readTree(String.join("\n", output("python3", "reproduce.py")));
    assertThat(found.size()).isEqualTo(results.questions().size());
    results
        .questions()
        .forEach((id, question) -> {
          JsonNode node = found.get(id);
          Results.Mrmc mrmc = question.mrmc();
          assertThat(node.get("status").asString()).isEqualTo(mrmc.status());
          close(node, "auc", mrmc.auc());
          close(node, "variance", mrmc.variance());
          close(node, "df", mrmc.df());
          close(node, "ci_low", mrmc.ciLow());
          close(node, "p", mrmc.p());
          close(node, "p_holm", mrmc.pHolm());
        });
  }

  private static void close(JsonNode node, String field, OptionalDouble expected) {
    if (expected.isPresent()) {
      double value = expected.getAsDouble();
      assertThat(node.get(field).asDouble())
          .as(field)
          .isCloseTo(value, within(1e-8 * Math.max(1, Math.abs(value))));
    } else {
      assertThat(node.path(field).isNumber()).as(field).isFalse();
    }
  }

  @Test
  void r_gives_the_same_numbers() throws Exception {
    Results results = results("a07_missing_5pct.csv");
    List<String> lines = output("Rscript", "reproduce.R");
    List<String> header = List.of(lines.removeFirst().split(","));
    int compared = 0;
    for (String line : lines) {
      String[] cells = line.split(",");
      if (results.questions().containsKey(cells[0].strip())) {
        Results.Mrmc mrmc = results.questions().get(cells[0].strip()).mrmc();
        assertThat(Double.parseDouble(cells[header.indexOf("df")].strip()))
            .isCloseTo(mrmc.df().orElseThrow(), within(1e-6));
        assertThat(Double.parseDouble(cells[header.indexOf("p_holm")].strip()))
            .isCloseTo(mrmc.pHolm().orElseThrow(), within(1e-8));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(3);
  }

  @Test
  void imrmc_holds_every_rating_of_a_reference_table() throws IOException {
    ArmedRatings ratings = RatingsCsv.read(SharedData.file("ratings-mrmc/a07_missing_5pct.csv"));
    Map<String, Orientation> orientations = Orientations.resolve(ratings.questions(), Map.of());
    Path file = folder.resolve("a07.imrmc");
    ExportFormat.IMRMC.write(TableSheets.of(ratings, orientations, false), file);
    List<String> lines = Files.readAllLines(file);
    List<String> data = lines.subList(lines.indexOf("BEGIN DATA:") + 1, lines.size());
    assertThat(data.stream().filter(line -> line.startsWith("truth,"))).hasSize(40);
    assertThat(data).hasSize(40 + 682);
    assertThat(data.stream().filter(line -> line.contains(",image_quality,")))
        .allMatch(line -> line.matches(".*,-[1-5]"));
  }
}
