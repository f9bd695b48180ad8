package org.exemplar.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  private Process started(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).directory(folder.toFile()).start();
    } catch (IOException e) {
      Assumptions.abort("skipped: " + command[0] + " is not on this machine");
      throw e;
    }
  }

  private List<String> output(String... command) throws IOException, InterruptedException {
    Process process = started(command);
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(errors).isZero();
    return new ArrayList<>(text.lines().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a01_strong.csv",
        "a07_missing_5pct.csv",
        "a08_split_plot.csv",
        "a10_all_equal.csv",
        "a11_small.csv",
        "a12_edge.csv",
        "a13_one_reader.csv"
      })
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
          permutation(node.get("permutation_p"), question.permutation());
          Results.Levels alpha = question.agreement().krippendorffAlpha();
          close(node.get("krippendorff_alpha"), "nominal", alpha.nominal());
          close(node.get("krippendorff_alpha"), "ordinal", alpha.ordinal());
          close(node.get("krippendorff_alpha"), "interval", alpha.interval());
          question
              .agreement()
              .pairs()
              .forEach((pair, kappa) -> {
                close(node.get("pairs").get(pair), "kappa", kappa.kappa());
                close(node.get("pairs").get(pair), "kappa_quadratic", kappa.kappaQuadratic());
              });
        });
  }

  /** Both count all labelings, or neither does. */
  private static void permutation(JsonNode found, Results.Permutation expected) {
    assertThat(found.isNumber()).isEqualTo(expected.exact());
    if (expected.exact()) {
      double p = expected.p().orElseThrow();
      assertThat(found.asDouble()).isCloseTo(p, within(1e-9 * p));
    }
  }

  @Test
  void the_python_script_ends_with_1_when_the_results_say_otherwise() throws Exception {
    results("a11_small.csv");
    Path json = folder.resolve("results.json");
    Files.writeString(json, Files.readString(json).replaceFirst("\"auc\" : 0", "\"auc\" : 1"));
    Process process = started("python3", "reproduce.py");
    assertThat(process.getInputStream().readAllBytes()).isNotEmpty();
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(errors).contains("auc is", "1 differ");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void the_notebook_is_the_script_in_cells_and_runs() throws Exception {
    results("a11_small.csv");
    JsonNode book = JsonMapper.shared().readTree(folder.resolve("reproduce.ipynb"));
    assertThat(book.get("nbformat").asInt()).isEqualTo(4);
    StringBuilder code = new StringBuilder();
    for (JsonNode cell : book.get("cells")) {
      if (cell.get("cell_type").asString().equals("code")) {
        assertThat(cell.get("outputs").isEmpty()).isTrue();
        cell.get("source").forEach(line -> code.append(line.asString()));
        code.append('\n');
      }
    }
    Files.writeString(folder.resolve("cells.py"), code);
    List<String> lines = output("python3", "cells.py");
    assertThat(lines.getLast()).matches("[0-9]+ numbers compared with results.json, 0 differ");
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

  @ParameterizedTest
  @ValueSource(strings = {"a01_strong.csv", "a07_missing_5pct.csv", "a13_one_reader.csv"})
  void r_gives_the_same_numbers(String table) throws Exception {
    Results results = results(table);
    List<String> lines = output("Rscript", "reproduce.R", "--main");
    int gap = lines.contains("") ? lines.indexOf("") : lines.size();
    Map<String, Map<String, String>> questions = rows(lines.subList(0, gap), "question");
    assertThat(questions.keySet()).isEqualTo(results.questions().keySet());
    results
        .questions()
        .forEach((id, question) -> {
          Map<String, String> row = questions.get(id);
          Results.Mrmc mrmc = question.mrmc();
          same(row, "auc", mrmc.auc());
          same(row, "variance", mrmc.variance());
          same(row, "df", mrmc.df());
          same(row, "ci_high", mrmc.ciHigh());
          same(row, "p", mrmc.p());
          same(row, "p_holm", mrmc.pHolm());
          same(row, "alpha_ordinal", question.agreement().krippendorffAlpha().ordinal());
          if (question.permutation().exact()) {
            same(row, "permutation_p", question.permutation().p());
          }
        });
    if (gap < lines.size()) {
      Map<String, Map<String, String>> pairs =
          rows(lines.subList(gap + 1, lines.size()), "question", "pair");
      results
          .questions()
          .forEach((id, question) ->
              question
                  .agreement()
                  .pairs()
                  .forEach((pair, kappa) ->
                      same(pairs.get(id + " " + pair), "kappa_quadratic", kappa.kappaQuadratic())));
    }
  }

  private static Map<String, Map<String, String>> rows(List<String> csv, String... keys) {
    String[] header = csv.getFirst().split(",");
    Map<String, Map<String, String>> rows = new TreeMap<>();
    for (String line : csv.subList(1, csv.size())) {
      String[] cells = line.split(",");
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        row.put(header[i], cells[i]);
      }
      rows.put(Arrays.stream(keys).map(row::get).collect(Collectors.joining(" ")), row);
    }
    return rows;
  }

  private static void same(Map<String, String> row, String column, OptionalDouble expected) {
    if (expected.isPresent()) {
      double value = expected.getAsDouble();
      assertThat(Double.parseDouble(row.get(column)))
          .as(column)
          .isCloseTo(value, within(1e-8 * Math.max(1, Math.abs(value))));
    } else {
      assertThat(row.get(column)).as(column).isEqualTo("NA");
    }
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
