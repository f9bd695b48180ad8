package org.exemplar.pie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.exemplar.testing.SharedData;
import tools.jackson.databind.JsonNode;

/** One of the reference pruning studies: {@code phantom} or {@code nih-real}. */
final class GoldenStudy {
  /** Read once for all tests; reading takes longer than testing. */
  private static final Map<String, Map<String, float[]>> RUNS = new ConcurrentHashMap<>();

  private static final Map<String, Map<String, MeanPredictions>> MEANS = new ConcurrentHashMap<>();

  private final String name;

  GoldenStudy(String name) {
    this.name = name;
  }

  JsonNode json() {
    return GoldenFiles.json(SharedData.file(name + "/golden/golden.json"));
  }

  List<Map<String, String>> table(String file) {
    return GoldenFiles.csv(SharedData.file(name + "/golden/" + file));
  }

  List<String> findings() {
    return GoldenFiles.strings(json().at("/meta/classes"));
  }

  int runs() {
    return json().at("/meta/seeds").size();
  }

  /** Mean probabilities by sparsity text, in the order of the sparsities. */
  Map<String, MeanPredictions> means() {
    return MEANS.computeIfAbsent(name, key -> readMeans());
  }

  private Map<String, MeanPredictions> readMeans() {
    Map<String, List<Map<String, String>>> bySparsity = new LinkedHashMap<>();
    for (Map<String, String> row : table("mean_preds_float64.csv.gz")) {
      bySparsity.computeIfAbsent(row.get("prune_ratio"), key -> new ArrayList<>()).add(row);
    }
    Map<String, MeanPredictions> means = new LinkedHashMap<>();
    List<String> findings = findings();
    bySparsity.forEach((sparsity, rows) ->
        means.put(
            sparsity,
            MeanPredictions.ofMeans(
                rows.size(), findings.size(), GoldenFiles.doubles(rows, findings))));
    return means;
  }

  /** One run's probabilities by sparsity text. */
  Map<String, float[]> run(int seed) {
    return RUNS.computeIfAbsent(name + seed, key -> readRun(seed));
  }

  private Map<String, float[]> readRun(int seed) {
    Map<String, List<Map<String, String>>> bySparsity = new LinkedHashMap<>();
    for (Map<String, String> row : table("preds_L1_seed-" + seed + ".csv.gz")) {
      bySparsity.computeIfAbsent(row.get("prune_ratio"), key -> new ArrayList<>()).add(row);
    }
    Map<String, float[]> tables = new LinkedHashMap<>();
    List<String> findings = findings();
    bySparsity.forEach(
        (sparsity, rows) -> tables.put(sparsity, GoldenFiles.floats(rows, findings)));
    return tables;
  }

  List<String> ids() {
    return table("spearman_per_image.csv").stream().map(row -> row.get("id")).toList();
  }

  FindingLabels labels() {
    List<String> findings = findings();
    List<boolean[]> rows = new ArrayList<>();
    for (Map<String, String> row :
        GoldenFiles.csv(SharedData.file(name + "/labels/labels_test.csv"))) {
      boolean[] given = new boolean[findings.size()];
      for (int i = 0; i < given.length; i++) {
        given[i] = "1".equals(row.get(findings.get(i)));
      }
      rows.add(given);
    }
    return FindingLabels.of(findings, rows);
  }

  /** Scores of every run and sparsity, computed here from the reference predictions. */
  FindingMetrics metrics() {
    List<String> sparsities = List.copyOf(means().keySet());
    FindingMetrics metrics = new FindingMetrics(labels(), runs(), sparsities.size());
    for (int run = 0; run < runs(); run++) {
      Map<String, float[]> tables = run(run);
      for (int s = 0; s < sparsities.size(); s++) {
        metrics.add(run, s, Objects.requireNonNull(tables.get(sparsities.get(s))));
      }
    }
    return metrics;
  }
}
