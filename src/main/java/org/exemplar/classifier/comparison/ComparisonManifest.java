package org.exemplar.classifier.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.problem.Problem;

/**
 * What a comparison is: the file {@code manifest.json}, format {@value #FORMAT}.
 *
 * @param findings columns of every table, in order
 * @param runs in the order given; their numbers count from 0
 * @param plan how they were pruned
 * @param settings how predictions were made
 * @param images rows of every table, and what was left out
 */
public record ComparisonManifest(
    List<String> findings,
    List<ComparedRun> runs,
    PruningPlan plan,
    PredictionSettings settings,
    ImageCounts images) {
  /** The format this program writes and reads. */
  public static final String FORMAT = "exemplar-comparison/1";

  /** Keeps copies. */
  public ComparisonManifest {
    findings = List.copyOf(findings);
    runs = List.copyOf(runs);
  }

  /**
   * Reads a manifest.
   *
   * @throws Problem if it is missing, of another format, or a field is missing or wrong
   */
  public static ComparisonManifest read(Path file) {
    return ManifestJson.read(file);
  }

  /** Writes the manifest beside {@code file} and moves it into place. */
  public void write(Path file) {
    ManifestJson.write(this, file);
  }

  /** The dense network and every pruned one, ascending: what each run has a table for. */
  public List<Sparsity> tables() {
    var all = new ArrayList<Sparsity>();
    all.add(Sparsity.DENSE);
    all.addAll(plan.sparsities());
    return all;
  }
}
