package org.exemplar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.exemplar.app.explorer.Exploration;
import org.exemplar.app.explorer.ExplorerState;
import org.exemplar.app.explorer.ExplorerViewModel;
import org.exemplar.app.explorer.Filter;
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

/**
 * 100,000 images × 20 findings × 3 runs, opened in the explorer without its screen: until the first
 * images are in order, then a filter, a drag of the criterion, a search, another sparsity.
 */
final class Explore implements Workload {
  private static final int IMAGES = 100_000;
  private static final int FINDINGS = 20;
  private static final int RUNS = 3;
  private static final List<Sparsity> SPARSITIES =
      List.of(new Sparsity(0.5), new Sparsity(0.9), new Sparsity(0.95));

  private final Path folder;

  /**
   * @param folder where the comparison is made, unless it is there
   */
  Explore(Path folder) {
    this.folder = folder;
    if (!Files.isRegularFile(folder.resolve("manifest.json"))) {
      make();
    }
  }

  @Override
  public Map<String, Object> once() {
    var seconds = new LinkedHashMap<String, Double>();
    long start = System.nanoTime();
    Exploration exploration = Exploration.open(folder);
    var model =
        new ExplorerViewModel(
            exploration,
            Runnable::run,
            Runnable::run,
            e -> {
              throw new IllegalStateException(e);
            });
    start = lap(seconds, "open", start);
    model.change(s -> s.with(new Filter.Given(3, exploration.findings().get(3))));
    start = lap(seconds, "filter", start);
    model.change(ExplorerState::unfiltered);
    start = System.nanoTime();
    model.drag(6);
    model.drop();
    start = lap(seconds, "drag", start);
    model.change(s -> s.searching("film-0999"));
    start = lap(seconds, "search", start);
    model.change(s -> s.unfiltered().at(SPARSITIES.getFirst()));
    lap(seconds, "sparsity", start);
    return Map.of("steps", seconds);
  }

  private static long lap(Map<String, Double> seconds, String step, long start) {
    long now = System.nanoTime();
    seconds.put(step, (now - start) / 1e9);
    return now;
  }

  private void make() {
    try {
      Files.createDirectories(folder.resolve("predictions"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var draw = new SplittableRandom(5);
    List<String> findings = new ArrayList<>();
    for (int f = 0; f < FINDINGS; f++) {
      findings.add("Finding " + (f + 1));
    }
    List<ImageRow> rows = new ArrayList<>();
    for (int i = 0; i < IMAGES; i++) {
      List<Boolean> labels = new ArrayList<>();
      for (int f = 0; f < FINDINGS; f++) {
        labels.add(draw.nextInt(25) == 0);
      }
      String id = String.format(java.util.Locale.ROOT, "film-%06d", i);
      rows.add(new ImageRow(id, id + ".png", String.format("%064x", i), labels, List.of()));
    }
    new ImageTable(findings, List.of(), rows).write(folder.resolve("images.csv"));
    List<ComparedRun> runs = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      runs.add(run(run, draw));
    }
    new ComparisonManifest(
            findings,
            runs,
            new PruningPlan(PruningMethod.L1, 0, SPARSITIES),
            new PredictionSettings(
                "benchmark", Preprocessing.PAPER, OutputKind.LOGITS, "cpu"),
            new ImageCounts(IMAGES, IMAGES, List.of()))
        .write(folder.resolve("manifest.json"));
  }

  private ComparedRun run(int run, SplittableRandom draw) {
    float[] dense = new float[IMAGES * FINDINGS];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = (float) draw.nextDouble(0.02, 0.9);
    }
    PredictionTable.of(IMAGES, FINDINGS, dense)
        .write(ComparisonFolder.tableFile(folder, run, Sparsity.DENSE));
    var pruned = new TreeMap<Sparsity, PrunedWeights>();
    for (Sparsity sparsity : SPARSITIES) {
      float[] noisy = dense.clone();
      for (int i = 0; i < noisy.length; i++) {
        double noise = sparsity.value() * draw.nextDouble(-0.6, 0.6);
        noisy[i] = (float) Math.clamp(noisy[i] + noise, 0.001, 0.999);
      }
      PredictionTable.of(IMAGES, FINDINGS, noisy)
          .write(ComparisonFolder.tableFile(folder, run, sparsity));
      pruned.put(sparsity, new PrunedWeights(1, 2, "0".repeat(64), 0, null));
    }
    return new ComparedRun("run-" + run + ".pt", "0".repeat(64), "ResNet", pruned);
  }
}
