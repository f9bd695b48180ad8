package org.exemplar.pie;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.classifier.comparison.Sparsity;

/**
 * Who is a PIE in a comparison, image by image in the order of the manifest.
 *
 * @param sparsity of the criterion
 * @param selection the images chosen, with ties and undefined ones
 * @param images one for each image
 */
public record Pies(Sparsity sparsity, PieSelection selection, List<Image> images) {
  public Pies {
    images = List.copyOf(images);
  }

  /**
   * One image.
   *
   * @param id as in {@code images.csv}
   * @param path of the file, below the folder of images
   * @param agreement of dense and pruned at the criterion's sparsity; empty when undefined
   * @param pie whether it is a PIE
   * @param labels whether it was given each finding; empty when the comparison has no labels
   */
  public record Image(
      String id, String path, OptionalDouble agreement, boolean pie, List<Boolean> labels) {}

  /**
   * Selects from a comparison's predictions.
   *
   * @param percentile share of images in per cent
   * @param sparsity of the criterion; when empty 0.90, else the largest
   */
  public static Pies of(ComparisonFolder folder, double percentile, Optional<Sparsity> sparsity) {
    ComparedPredictions compared = new ComparedPredictions(folder);
    Sparsity criterion = compared.criterion(sparsity);
    Agreement agreement =
        Agreement.between(compared.mean(Sparsity.DENSE), compared.mean(criterion));
    PieSelection selection = PieSelection.of(agreement, percentile);
    boolean[] flags = selection.flags();
    List<ImageRow> rows = folder.images().rows();
    List<Image> images =
        IntStream.range(0, rows.size())
            .mapToObj(i -> image(rows.get(i), agreement, i, flags[i]))
            .toList();
    return new Pies(criterion, selection, images);
  }

  private static Image image(ImageRow row, Agreement agreement, int index, boolean pie) {
    OptionalDouble value =
        agreement.defined(index)
            ? OptionalDouble.of(agreement.value(index))
            : OptionalDouble.empty();
    return new Image(row.id(), row.path(), value, pie, row.labels());
  }
}
