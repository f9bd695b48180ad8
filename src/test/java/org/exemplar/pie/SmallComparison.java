package org.exemplar.pie;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.classifier.comparison.ComparedRun;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ComparisonManifest;
import org.exemplar.classifier.comparison.ImageCounts;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.comparison.OutputKind;
import org.exemplar.classifier.comparison.PredictionSettings;
import org.exemplar.classifier.comparison.PredictionTable;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PrunedWeights;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.PruningPlan;
import org.exemplar.classifier.comparison.Sparsity;

/** Writes a comparison folder from tables at hand. */
final class SmallComparison {
  private SmallComparison() {}

  /**
   * @param labels one row per image; an empty list for a comparison without labels
   * @param runs tables of each run by sparsity
   */
  static ComparisonFolder write(
      Path folder,
      List<String> findings,
      List<String> ids,
      List<List<Boolean>> labels,
      List<Map<Sparsity, float[]>> runs)
      throws IOException {
    Files.createDirectories(folder.resolve("predictions"));
    List<ImageRow> rows = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      List<Boolean> given = labels.isEmpty() ? List.of() : labels.get(i);
      rows.add(new ImageRow(ids.get(i), "images/" + ids.get(i), "00", given, List.of()));
    }
    new ImageTable(labels.isEmpty() ? List.of() : findings, List.of(), rows)
        .write(folder.resolve("images.csv"));
    List<Sparsity> pruned =
        runs.getFirst().keySet().stream().filter(s -> !s.isDense()).sorted().toList();
    List<ComparedRun> compared = new ArrayList<>();
    for (int run = 0; run < runs.size(); run++) {
      var weights = new TreeMap<Sparsity, PrunedWeights>();
      pruned.forEach(s -> weights.put(s, new PrunedWeights(1, 2, "ab", 0, null)));
      compared.add(new ComparedRun("seed-" + run + ".pt", "00", "ResNet", weights));
      for (var table : runs.get(run).entrySet()) {
        PredictionTable.of(ids.size(), findings.size(), table.getValue())
            .write(ComparisonFolder.tableFile(folder, run, table.getKey()));
      }
    }
    new ComparisonManifest(
            findings,
            compared,
            new PruningPlan(PruningMethod.L1, 0, pruned),
            new PredictionSettings("0.1.0", Preprocessing.PAPER, OutputKind.PROBABILITIES, "cpu"),
            new ImageCounts(ids.size(), ids.size(), List.of()))
        .write(folder.resolve("manifest.json"));
    return ComparisonFolder.open(folder);
  }

  /** A reference study as a comparison folder. */
  static ComparisonFolder of(GoldenStudy study, Path folder) throws IOException {
    List<Map<Sparsity, float[]>> runs = new ArrayList<>();
    for (int run = 0; run < study.runs(); run++) {
      Map<Sparsity, float[]> tables = new TreeMap<>();
      study.run(run).forEach((text, table) -> tables.put(Sparsity.parse(text), table));
      runs.add(tables);
    }
    FindingLabels labels = study.labels();
    List<List<Boolean>> given = new ArrayList<>();
    for (int image = 0; image < labels.images(); image++) {
      List<Boolean> row = new ArrayList<>();
      for (int f = 0; f < labels.findings().size(); f++) {
        row.add(labels.given(image, f));
      }
      given.add(row);
    }
    return write(folder, study.findings(), study.ids(), given, runs);
  }
}
