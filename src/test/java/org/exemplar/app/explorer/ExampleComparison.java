package org.exemplar.app.explorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

/** A small comparison on disk: 40 images, 6 findings, 2 runs, 3 sparsities, drawn by seed. */
public final class ExampleComparison {
  public static final int IMAGES = 40;
  public static final List<String> FINDINGS =
      List.of("Effusion", "Emphysema", "Mass", "Nodule", "Hernia", "Pleural_Thickening");
  public static final List<Sparsity> SPARSITIES =
      List.of(new Sparsity(0.5), new Sparsity(0.9), new Sparsity(0.95));

  private ExampleComparison() {}

  /**
   * Image {@code i} is called {@code film-0i}, and is given finding {@code i mod 8} if there is
   * one.
   */
  public static Exploration in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("predictions"));
    var random = new SplittableRandom(7);
    var runs = new ArrayList<ComparedRun>();
    for (int run = 0; run < 2; run++) {
      float[] dense = new float[IMAGES * FINDINGS.size()];
      for (int i = 0; i < dense.length; i++) {
        dense[i] = (float) random.nextDouble(0.02, 0.9);
      }
      table(dense).write(ComparisonFolder.tableFile(folder, run, Sparsity.DENSE));
      var pruned = new TreeMap<Sparsity, PrunedWeights>();
      for (Sparsity sparsity : SPARSITIES) {
        float[] noisy = dense.clone();
        for (int i = 0; i < noisy.length; i++) {
          double noise = sparsity.value() * sparsity.value() * i / noisy.length;
          noisy[i] = (float) Math.clamp(noisy[i] + noise * random.nextDouble(-1, 1), 0.001, 0.999);
        }
        table(noisy).write(ComparisonFolder.tableFile(folder, run, sparsity));
        pruned.put(sparsity, new PrunedWeights(1, 2, "0".repeat(64), 0, null));
      }
      runs.add(new ComparedRun("seed-" + run + ".pt", "0".repeat(64), "ResNet", pruned));
    }
    new ImageTable(FINDINGS, List.of(), rows()).write(folder.resolve("images.csv"));
    new ComparisonManifest(
            FINDINGS,
            runs,
            new PruningPlan(PruningMethod.L1, 0, SPARSITIES),
            new PredictionSettings("test", Preprocessing.PAPER, OutputKind.LOGITS, "cpu"),
            new ImageCounts(IMAGES, IMAGES, List.of()))
        .write(folder.resolve("manifest.json"));
    return Exploration.open(folder);
  }

  private static PredictionTable table(float[] values) {
    return PredictionTable.of(IMAGES, FINDINGS.size(), values);
  }

  private static List<ImageRow> rows() {
    var rows = new ArrayList<ImageRow>();
    for (int image = 0; image < IMAGES; image++) {
      var labels = new ArrayList<Boolean>();
      for (int finding = 0; finding < FINDINGS.size(); finding++) {
        labels.add(image % 8 == finding || (image % 8 == 0 && finding == 1));
      }
      String id = String.format(java.util.Locale.ROOT, "film-%02d", image);
      rows.add(new ImageRow(id, id + ".png", "0".repeat(64), labels, List.of()));
    }
    return rows;
  }
}
