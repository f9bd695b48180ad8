package org.exemplar.classifier.comparison;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.exemplar.problem.Problem;

/** A finished comparison, opened for reading. Immutable; tables are opened when asked for. */
public final class ComparisonFolder {
  private final Path folder;
  private final ComparisonManifest manifest;
  private final ImageTable images;

  private ComparisonFolder(Path folder, ComparisonManifest manifest, ImageTable images) {
    this.folder = folder;
    this.manifest = manifest;
    this.images = images;
  }

  /**
   * Opens a folder.
   *
   * @throws Problem if it holds no finished comparison or its files contradict each other
   */
  public static ComparisonFolder open(Path folder) {
    ComparisonManifest manifest = ComparisonManifest.read(folder.resolve("manifest.json"));
    ImageTable images = ImageTable.read(folder.resolve("images.csv"), manifest.findings());
    if (images.size() != manifest.images().used()) {
      throw new Problem(
          folder.resolve("images.csv")
              + " has "
              + images.size()
              + " rows, but the manifest says "
              + manifest.images().used()
              + "; run the comparison again.");
    }
    return new ComparisonFolder(folder, manifest, images);
  }

  /** The name of a table's file: {@code run-00_sparsity-0.90.npy}. */
  public static String tableName(int run, Sparsity sparsity) {
    return String.format(Locale.ROOT, "run-%02d_sparsity-%s.npy", run, sparsity.text());
  }

  /** Where the tables of a comparison lie. */
  public static Path tableFile(Path folder, int run, Sparsity sparsity) {
    return folder.resolve("predictions").resolve(tableName(run, sparsity));
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /** What was compared. */
  public ComparisonManifest manifest() {
    return manifest;
  }

  /** The radiographs, in the order of every table's rows. */
  public ImageTable images() {
    return images;
  }

  /**
   * One run's probabilities.
   *
   * @param run from 0
   * @param sparsity {@link Sparsity#DENSE} or one of the manifest's
   * @throws Problem if the file is missing, damaged or of another size
   */
  public PredictionTable predictions(int run, Sparsity sparsity) {
    Objects.checkIndex(run, manifest.runs().size());
    Path file = tableFile(folder, run, sparsity);
    PredictionTable table = PredictionTable.read(file);
    if (table.images() != images.size() || table.findings() != manifest.findings().size()) {
      throw new Problem(
          file
              + " is "
              + table.images()
              + " by "
              + table.findings()
              + ", not "
              + images.size()
              + " images by "
              + manifest.findings().size()
              + " findings; run the comparison again.");
    }
    return table;
  }
}
