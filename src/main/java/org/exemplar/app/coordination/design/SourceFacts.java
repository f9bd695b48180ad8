package org.exemplar.app.coordination.design;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ComparisonManifest;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.problem.Problem;

/**
 * What a comparison and the folder of its films are, as the first step tells it.
 *
 * @param name of the comparison's folder
 * @param images in the comparison
 * @param labelled whether it was made with labels
 * @param columns other columns of its table of images, to match on
 * @param pruned at which sparsities, of how many networks
 */
record SourceFacts(String name, int images, boolean labelled, List<String> columns, Pruned pruned) {

  /**
   * What was pruned.
   *
   * @param sparsities ascending
   * @param networks how many were compared
   */
  record Pruned(List<Double> sparsities, int networks) {
    Pruned {
      sparsities = List.copyOf(sparsities);
    }
  }

  SourceFacts {
    columns = List.copyOf(columns);
  }

  /**
   * Looks at both.
   *
   * @throws Problem when something is not as it should be
   */
  static SourceFacts of(Path comparison, Path images) {
    if (!Files.isRegularFile(comparison.resolve("manifest.json"))) {
      throw new Problem(
          comparison
              + " is not a finished comparison: choose the folder that holds manifest.json and"
              + " images.csv.");
    }
    if (!Files.isDirectory(images)) {
      throw new Problem(images + " is not a folder: choose the one that was compared.");
    }
    ComparisonFolder opened = ComparisonFolder.open(comparison);
    requireImages(opened, images);
    ComparisonManifest manifest = opened.manifest();
    Path name = comparison.toAbsolutePath().normalize().getFileName();
    return new SourceFacts(
        name == null ? comparison.toString() : name.toString(),
        opened.images().size(),
        opened.images().hasLabels(),
        opened.images().extraColumns(),
        new Pruned(
            manifest.plan().sparsities().stream().map(Sparsity::value).sorted().toList(),
            manifest.runs().size()));
  }

  /** The count stands for names: a coordinator's screen shows none. */
  private static void requireImages(ComparisonFolder comparison, Path images) {
    int missing = 0;
    for (ImageRow row : comparison.images().rows()) {
      try {
        missing += Files.isRegularFile(images.resolve(row.path())) ? 0 : 1;
      } catch (InvalidPathException e) {
        missing++;
      }
    }
    if (missing > 0) {
      throw new Problem(
          "%d of the %d images of the comparison are not in %s: choose the folder that was compared."
              .formatted(missing, comparison.images().size(), images));
    }
  }
}
