package org.exemplar.pie;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.exemplar.stats.Sample;

/**
 * Which images are pruning-identified exemplars (PIEs): the {@code floor(percentile/100 · n)}
 * images with the lowest agreement.
 *
 * <p>Policy: ascending by agreement; ties (equal within 1e-12) in the order of the manifest;
 * undefined agreement is never a PIE and is listed apart. n counts all images, defined or not.
 *
 * @param percentile share of images in per cent, above 0 and at most 100
 * @param images number of images
 * @param pies image indices, lowest agreement first
 * @param undefined image indices without an agreement, ascending
 * @param cut agreement of the last PIE; empty when there is none
 * @param tiedAtCut images whose agreement equals the cut, PIEs and others; 0 when there is no PIE
 * @param tiedPies how many of {@code tiedAtCut} are PIEs
 * @param atOrBelowPercentile how many images the rule "agreement ≤ the percentile" (linear
 *     interpolation, as numpy's default) would have taken
 */
public record PieSelection(
    double percentile,
    int images,
    List<Integer> pies,
    List<Integer> undefined,
    OptionalDouble cut,
    int tiedAtCut,
    int tiedPies,
    int atOrBelowPercentile) {

  /** Agreements closer than this are the same number computed in another order. */
  static final double TIE = 1e-12;

  public PieSelection {
    pies = List.copyOf(pies);
    undefined = List.copyOf(undefined);
  }

  /**
   * Selects by agreement.
   *
   * @param percentile share of images in per cent, above 0 and at most 100
   */
  public static PieSelection of(Agreement agreement, double percentile) {
    requirePercentile(percentile);
    int n = agreement.images();
    List<Integer> undefined =
        IntStream.range(0, n).filter(i -> !agreement.defined(i)).boxed().toList();
    double[] sorted =
        IntStream.range(0, n).filter(agreement::defined).mapToDouble(agreement::value).toArray();
    Arrays.sort(sorted);
    int count = Math.min(count(n, percentile), sorted.length);
    int atOrBelow = atOrBelow(sorted, percentile);
    if (count == 0) {
      return new PieSelection(
          percentile, n, List.of(), undefined, OptionalDouble.empty(), 0, 0, atOrBelow);
    }
    double cut = sorted[count - 1];
    List<Integer> pies = lowest(agreement, cut, count);
    IntPredicate tied = image -> Math.abs(agreement.value(image) - cut) <= TIE;
    return new PieSelection(
        percentile,
        n,
        pies,
        undefined,
        OptionalDouble.of(cut),
        (int) IntStream.range(0, n).filter(tied).count(),
        (int) pies.stream().filter(tied::test).count(),
        atOrBelow);
  }

  /** How many PIEs {@code images} images give: {@code floor(percentile/100 · images)}. */
  public static int count(int images, double percentile) {
    requirePercentile(percentile);
    return (int) Math.floor(percentile * images / 100 + 1e-9);
  }

  /** Whether another choice among tied images would have given another set. */
  public boolean dependsOnTies() {
    return tiedPies < tiedAtCut;
  }

  /** Whether there are too few images for one PIE at this percentile. */
  public boolean tooFewImages() {
    return count(images, percentile) == 0;
  }

  /** One entry per image: whether it is a PIE. */
  public boolean[] flags() {
    boolean[] flags = new boolean[images];
    pies.forEach(image -> flags[image] = true);
    return flags;
  }

  /** The images at or below the cut, lowest first, ties in the order of the manifest. */
  private static List<Integer> lowest(Agreement agreement, double cut, int count) {
    return IntStream.range(0, agreement.images())
        .filter(image -> agreement.value(image) <= cut + TIE)
        .boxed()
        .sorted(Comparator.comparingDouble(image -> Math.rint(agreement.value(image) / TIE)))
        .limit(count)
        .toList();
  }

  private static int atOrBelow(double[] sorted, double percentile) {
    if (sorted.length == 0) {
      return 0;
    }
    double bound = Sample.quantileOfSorted(sorted, percentile / 100) + TIE;
    return (int) Arrays.stream(sorted).filter(value -> value <= bound).count();
  }

  private static void requirePercentile(double percentile) {
    if (!(percentile > 0 && percentile <= 100)) {
      throw new IllegalArgumentException("percentile " + percentile + " is not in (0, 100]");
    }
  }
}
