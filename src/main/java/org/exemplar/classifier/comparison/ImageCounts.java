package org.exemplar.classifier.comparison;

import java.util.List;

/**
 * How many images there were, and what became of them.
 *
 * @param listed label rows, or image files where there are no labels
 * @param used rows of every table
 * @param leftOut each with its reason, in the order found
 */
public record ImageCounts(int listed, int used, List<LeftOut> leftOut) {
  /** Keeps a copy. */
  public ImageCounts {
    leftOut = List.copyOf(leftOut);
  }
}
