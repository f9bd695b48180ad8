package org.exemplar.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.classifier.comparison.PredictionTable;
import org.exemplar.pie.Agreement;
import org.exemplar.pie.MeanPredictions;

/** Spearman's correlation of each image between one dense and several pruned tables in memory. */
final class Spearmans implements Workload {
  private final MeanPredictions dense;
  private final List<MeanPredictions> pruned = new ArrayList<>();

  /**
   * @param folder of {@code dense.npy} and {@code pruned-0.npy}, {@code pruned-1.npy}, …
   */
  Spearmans(Path folder) {
    dense = mean(Tables.read(folder, "dense.npy"));
    for (int i = 0; folder.resolve("pruned-" + i + ".npy").toFile().exists(); i++) {
      pruned.add(mean(Tables.read(folder, "pruned-" + i + ".npy")));
    }
  }

  private static MeanPredictions mean(PredictionTable table) {
    return MeanPredictions.of(table.images(), table.findings(), List.of(Tables.values(table)));
  }

  @Override
  public Map<String, Object> once() {
    double sum = 0;
    for (MeanPredictions each : pruned) {
      for (double value : Agreement.between(dense, each).values()) {
        sum += value;
      }
    }
    return Map.of("tables", pruned.size(), "sum", sum);
  }
}
