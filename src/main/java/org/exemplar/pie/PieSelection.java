package org.exemplar.pie;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Which images are pruning-identified exemplars (PIEs): the {@code floor(percentile/100 · n)} images
 * with the lowest agreement.
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
    int[] undefined = IntStream.range(0, n).filter(i -> !agreement.defined(i)).toArray();
    int[] order = ascending(agreement);
    int count = Math.min(count(n, percentile), order.length);
    double cut = count == 0 ? Double.NaN : agreement.value(order[count - 1]);
    int tied = 0;
    int tiedPies = 0;
    for (int i = 0; i < order.length; i++) {
      if (Math.abs(agreement.value(order[i]) - cut) <= TIE) {
        tied++;
        tiedPies += i < count ? 1 : 0;
      }
    }
    return new PieSelection(
        percentile,
        n,
        boxed(Arrays.copyOf(order, count)),
        boxed(undefined),
        count == 0 ? OptionalDouble.empty() : OptionalDouble.of(cut),
        tied,
        tiedPies,
        atOrBelow(agreement, order, percentile));
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

  /** Images with an agreement, lowest first, ties in the order of the manifest. */
  static int[] ascending(Agreement agreement) {
    double[] key = new double[agreement.images()];
    Arrays.setAll(key, i -> Math.rint(agreement.value(i) / TIE));
    return IntStream.range(0, key.length)
        .filter(agreement::defined)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> key[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int atOrBelow(Agreement agreement, int[] order, double percentile) {
    if (order.length == 0) {
      return 0;
    }
    double position = percentile / 100 * (order.length - 1);
    int below = (int) Math.floor(position);
    double low = agreement.value(order[below]);
    double high = agreement.value(order[Math.min(below + 1, order.length - 1)]);
    double bound = low + (position - below) * (high - low);
    return (int)
        Arrays.stream(order).filter(image -> agreement.value(image) <= bound + TIE).count();
  }

  private static List<Integer> boxed(int[] indices) {
    return Arrays.stream(indices).boxed().toList();
  }

  private static void requirePercentile(double percentile) {
    if (!(percentile > 0 && percentile <= 100)) {
      throw new IllegalArgumentException("percentile " + percentile + " is not in (0, 100]");
    }
  }
}
