package org.exemplar.pie;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.exemplar.testing.SharedData;
import tools.jackson.databind.JsonNode;

/**
 * 22,433 published predictions for 14 findings, and a noisy copy that stands for a pruned model.
 */
final class ChexnetPredictions {
  private final List<Map<String, String>> published =
      GoldenFiles.csv(SharedData.file("chexnet-predictions/preds.csv.gz"));
  private final List<String> columns =
      published.getFirst().keySet().stream().filter(name -> name.startsWith("prob_")).toList();

  MeanPredictions dense(boolean rounded) {
    double[] values = GoldenFiles.doubles(published, columns);
    if (rounded) {
      Arrays.setAll(values, i -> Math.rint(values[i] * 1000) / 1000);
    }
    return MeanPredictions.ofMeans(published.size(), columns.size(), values);
  }

  MeanPredictions pruned() {
    var rows = GoldenFiles.csv(SharedData.file("chexnet-predictions/perturbed_3_decimals.csv.gz"));
    return MeanPredictions.ofMeans(rows.size(), columns.size(), GoldenFiles.doubles(rows, columns));
  }

  float[] table() {
    return GoldenFiles.floats(published, columns);
  }

  List<String> ids() {
    return published.stream().map(row -> row.get("Image Index")).toList();
  }

  List<String> findings() {
    return columns.stream().map(name -> name.substring("prob_".length())).toList();
  }

  FindingLabels labels() {
    List<boolean[]> rows = new ArrayList<>();
    for (var row : GoldenFiles.csv(SharedData.file("chexnet-predictions/labels.csv.gz"))) {
      boolean[] given = new boolean[columns.size()];
      for (int i = 0; i < given.length; i++) {
        given[i] = GoldenFiles.number(row.get(findings().get(i))) == 1;
      }
      rows.add(given);
    }
    return FindingLabels.of(findings(), rows);
  }

  JsonNode golden(String variant) {
    return GoldenFiles.json(SharedData.file("chexnet-predictions/golden.json")).get(variant);
  }
}
