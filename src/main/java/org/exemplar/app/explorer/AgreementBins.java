package org.exemplar.app.explorer;

import java.util.List;
import org.exemplar.stats.Sample;

/**
 * How many images have which agreement.
 *
 * @param low the lower end of the first bin, a tenth
 * @param width of every bin
 * @param bins from the lowest agreement to 1
 * @param median of all images with an agreement; NaN without any
 * @param lowest agreement of all; NaN without any
 */
public record AgreementBins(
    double low, double width, List<Bin> bins, double median, double lowest) {
  /**
   * Images in one bin.
   *
   * @param shownPies PIEs that the filters keep
   * @param hiddenPies PIEs that they hide
   * @param shown other images that the filters keep
   * @param hidden other images that they hide
   */
  public record Bin(int shownPies, int hiddenPies, int shown, int hidden) {
    /** All images of the bin. */
    public int total() {
      return shownPies + hiddenPies + shown + hidden;
    }
  }

  private static final double NARROW = 0.02;
  private static final double WIDE = 0.04;

  /**
   * Counts images.
   *
   * @param kept whether filters and search keep an image, one for each
   */
  static AgreementBins of(Level level, boolean[] kept) {
    double[] defined =
        java.util.Arrays.stream(level.agreement().values()).filter(Double::isFinite).toArray();
    double lowest = java.util.Arrays.stream(defined).min().orElse(Double.NaN);
    double low = defined.length == 0 ? 0 : Math.floor(lowest * 10 + 1e-9) / 10;
    if (low > 0.9) {
      low = 0.9;
    }
    double width = 1 - low <= 0.81 ? NARROW : WIDE;
    int count = (int) Math.ceil((1 - low) / width - 1e-9);
    int[][] counts = new int[count][4];
    for (int image = 0; image < kept.length; image++) {
      if (level.agreement().defined(image)) {
        int bin = (int) ((level.agreement().value(image) - low) / width);
        int kind = (level.pie(image) ? 0 : 2) + (kept[image] ? 0 : 1);
        counts[Math.clamp(bin, 0, count - 1)][kind]++;
      }
    }
    return new AgreementBins(
        low,
        width,
        java.util.Arrays.stream(counts).map(c -> new Bin(c[0], c[1], c[2], c[3])).toList(),
        Sample.median(defined).orElse(Double.NaN),
        lowest);
  }

  /** The largest number of images in a bin. */
  public int highest() {
    return bins.stream().mapToInt(Bin::total).max().orElse(0);
  }
}
