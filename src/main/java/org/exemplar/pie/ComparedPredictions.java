package org.exemplar.pie;

import java.util.List;
import java.util.Optional;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ImageTable;
import org.exemplar.classifier.comparison.PredictionTable;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.problem.Problem;

/** A comparison folder seen as the numbers that disagreement is computed from. */
final class ComparedPredictions {
  private static final Sparsity PAPER = new Sparsity(0.90);

  private final ComparisonFolder folder;

  ComparedPredictions(ComparisonFolder folder) {
    this.folder = folder;
  }

  int images() {
    return folder.images().size();
  }

  int findings() {
    return folder.manifest().findings().size();
  }

  int runs() {
    return folder.manifest().runs().size();
  }

  /** Pruned sparsities, ascending. */
  List<Sparsity> pruned() {
    return folder.manifest().plan().sparsities();
  }

  /**
   * The sparsity of the criterion.
   *
   * @throws Problem if the wanted one was not compared, or none was
   */
  Sparsity criterion(Optional<Sparsity> wanted) {
    if (pruned().isEmpty()) {
      throw new Problem(
          folder.path() + " holds no pruned classifier; compare with at least one --sparsity.");
    }
    Sparsity sparsity =
        wanted.orElseGet(() -> pruned().contains(PAPER) ? PAPER : pruned().getLast());
    if (!pruned().contains(sparsity)) {
      throw new Problem(
          "%s was not compared at sparsity %s; choose one of %s."
              .formatted(folder.path(), sparsity.text(), texts(pruned())));
    }
    return sparsity;
  }

  private static String texts(List<Sparsity> sparsities) {
    return String.join(", ", sparsities.stream().map(Sparsity::text).toList());
  }

  /** One run's probabilities, images × findings, row-major. */
  float[] table(int run, Sparsity sparsity) {
    PredictionTable table = folder.predictions(run, sparsity);
    float[] values = new float[Math.multiplyExact(table.images(), table.findings())];
    float[] row = new float[table.findings()];
    for (int image = 0; image < table.images(); image++) {
      table.row(image, row);
      System.arraycopy(row, 0, values, image * row.length, row.length);
    }
    return values;
  }

  /** Mean over runs at one sparsity. */
  MeanPredictions mean(Sparsity sparsity) {
    MeanPredictions mean = new MeanPredictions(images(), findings());
    for (int run = 0; run < runs(); run++) {
      mean.add(table(run, sparsity));
    }
    return mean;
  }

  /** Given findings; empty when the comparison was made without labels. */
  Optional<FindingLabels> labels() {
    ImageTable images = folder.images();
    if (!images.hasLabels()) {
      return Optional.empty();
    }
    List<boolean[]> rows =
        images.rows().stream()
            .map(row -> {
              boolean[] given = new boolean[row.labels().size()];
              for (int i = 0; i < given.length; i++) {
                given[i] = row.labels().get(i);
              }
              return given;
            })
            .toList();
    return Optional.of(FindingLabels.of(folder.manifest().findings(), rows));
  }
}
