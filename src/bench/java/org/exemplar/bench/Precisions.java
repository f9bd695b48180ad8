package org.exemplar.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.exemplar.classifier.comparison.PredictionTable;
import org.exemplar.pie.FindingLabels;
import org.exemplar.pie.FindingMetrics;

/** Average precision (with AUC and F1, which come along) of every finding in tables in memory. */
final class Precisions implements Workload {
  private final FindingLabels labels;
  private final List<float[]> tables = new ArrayList<>();

  /**
   * @param folder of {@code labels.npy} (0 or 1) and {@code pruned-0.npy}, …
   */
  Precisions(Path folder) {
    PredictionTable given = Tables.read(folder, "labels.npy");
    List<boolean[]> rows =
        IntStream.range(0, given.images()).mapToObj(image -> row(given, image)).toList();
    List<String> names =
        IntStream.range(0, given.findings()).mapToObj(finding -> "F" + finding).toList();
    labels = FindingLabels.of(names, rows);
    for (int i = 0; folder.resolve("pruned-" + i + ".npy").toFile().exists(); i++) {
      tables.add(Tables.values(Tables.read(folder, "pruned-" + i + ".npy")));
    }
  }

  private static boolean[] row(PredictionTable given, int image) {
    boolean[] row = new boolean[given.findings()];
    for (int finding = 0; finding < row.length; finding++) {
      row[finding] = given.get(image, finding) > 0;
    }
    return row;
  }

  @Override
  public Map<String, Object> once() {
    var metrics = new FindingMetrics(labels, 1, tables.size());
    double sum = 0;
    for (int table = 0; table < tables.size(); table++) {
      metrics.add(0, table, tables.get(table));
      for (double ap : precisions(metrics, table)) {
        sum += ap;
      }
    }
    return Map.of("tables", tables.size(), "sum", sum);
  }

  private double[] precisions(FindingMetrics metrics, int table) {
    return IntStream.range(0, labels.findings().size())
        .mapToDouble(finding -> metrics.score(0, table, finding).ap())
        .toArray();
  }
}
