package org.exemplar.app.explorer;

import java.util.Arrays;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.Agreement;
import org.exemplar.pie.PieSelection;

/**
 * All images at one sparsity under one criterion.
 *
 * @param agreement of every image
 * @param selection which of them are PIEs
 * @param boundary the agreement between the last PIE and the next image; NaN without PIEs
 */
public record Level(
    Sparsity sparsity, Agreement agreement, PieSelection selection, Flags flags, double boundary) {
  /** Looks at a comparison with a criterion. */
  public static Level of(Exploration exploration, Sparsity sparsity, double percentile) {
    Agreement agreement = exploration.agreement(sparsity);
    PieSelection selection = PieSelection.of(agreement, percentile);
    double[] sorted = Arrays.stream(agreement.values()).filter(Double::isFinite).sorted().toArray();
    int pies = selection.pies().size();
    double boundary =
        pies == 0
            ? Double.NaN
            : pies == sorted.length ? sorted[pies - 1] : (sorted[pies - 1] + sorted[pies]) / 2;
    return new Level(sparsity, agreement, selection, new Flags(selection.flags()), boundary);
  }

  /** Whether an image is a PIE here. */
  public boolean pie(int image) {
    return flags.at(image);
  }

  /** One yes or no for each image. */
  public static final class Flags {
    private final boolean[] values;

    Flags(boolean[] values) {
      this.values = values;
    }

    boolean at(int image) {
      return values[image];
    }
  }
}
