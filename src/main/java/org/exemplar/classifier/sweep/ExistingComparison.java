package org.exemplar.classifier.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exemplar.classifier.comparison.ComparedRun;
import org.exemplar.classifier.comparison.ComparisonManifest;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.comparison.Precision;
import org.exemplar.classifier.comparison.Preprocessing;
import org.exemplar.classifier.comparison.PruningMethod;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What already lies in the folder: the same comparison may go on, another is never overwritten. */
final class ExistingComparison {
  private final Path folder;
  private final @Nullable ComparisonManifest manifest;

  ExistingComparison(Path folder) {
    this.folder = folder;
    Path file = folder.resolve("manifest.json");
    manifest = Files.isRegularFile(file) ? ComparisonManifest.read(file) : null;
  }

  /** Whether a finished comparison is there. */
  boolean isThere() {
    return manifest != null;
  }

  /** As what a run was recorded to run; empty when the comparison was not finished. */
  Optional<String> architecture(int run) {
    return Optional.ofNullable(manifest).map(there -> there.runs().get(run).architecture());
  }

  /** What determines a comparison besides its images and sparsities. */
  record Fingerprint(
      List<String> findings,
      List<String> checkpointSha256,
      PruningMethod method,
      long seed,
      Preprocessing preprocessing,
      Precision precision) {}

  /** The sparsities wanted and those already there. */
  List<Sparsity> joined(List<Sparsity> wanted) {
    var all = new ArrayList<>(wanted);
    if (manifest != null && manifest.plan().method() != PruningMethod.GIVEN) {
      all.addAll(manifest.plan().sparsities());
    }
    return all.stream().distinct().sorted().toList();
  }

  /**
   * Refuses to overwrite another comparison.
   *
   * @throws Problem naming what differs
   */
  void requireSame(Fingerprint wanted, ImageTable images) {
    if (manifest == null) {
      return;
    }
    requireEqual("findings", wanted.findings, manifest.findings());
    requireEqual(
        "models",
        wanted.checkpointSha256,
        manifest.runs().stream().map(ComparedRun::sha256).toList());
    requireEqual("pruning method", wanted.method, manifest.plan().method());
    if (wanted.method == PruningMethod.RANDOM) {
      requireEqual("seed", wanted.seed, manifest.plan().seed());
    }
    requireEqual("preprocessing", wanted.preprocessing, manifest.settings().preprocessing());
    requireEqual("precision", wanted.precision, manifest.settings().precision());
    Path table = folder.resolve("images.csv");
    requireEqual("images or labels", images, ImageTable.read(table, manifest.findings()));
  }

  private void requireEqual(String what, Object wanted, Object there) {
    if (!wanted.equals(there)) {
      throw new Problem(
          folder + " already holds a comparison with other " + what + "; give another --out.");
    }
  }
}
