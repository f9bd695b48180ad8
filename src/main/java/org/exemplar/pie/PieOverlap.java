package org.exemplar.pie;

/**
 * How far two PIE sets over the same images agree.
 *
 * @param both PIEs of both
 * @param onlyFirst PIEs of the first only
 * @param onlySecond PIEs of the second only
 */
public record PieOverlap(int both, int onlyFirst, int onlySecond) {
  /**
   * Compares two sets.
   *
   * @throws IllegalArgumentException if they are not over the same number of images
   */
  public static PieOverlap of(PieSelection first, PieSelection second) {
    if (first.images() != second.images()) {
      throw new IllegalArgumentException(
          "%d and %d images".formatted(first.images(), second.images()));
    }
    boolean[] inSecond = second.flags();
    int both = (int) first.pies().stream().filter(image -> inSecond[image]).count();
    return new PieOverlap(both, first.pies().size() - both, second.pies().size() - both);
  }

  /** Shared PIEs over all PIEs (Jaccard index); NaN when neither has any. */
  public double jaccard() {
    return both / (double) (both + onlyFirst + onlySecond);
  }
}
