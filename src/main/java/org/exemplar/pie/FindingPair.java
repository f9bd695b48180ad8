package org.exemplar.pie;

import java.util.ArrayList;
import java.util.List;
import org.exemplar.stats.CurveDistance;

/**
 * Two findings: how far apart their forgettability curves lie, how often they occur together, how
 * far apart their frequencies are.
 *
 * @param a index of the first finding
 * @param b index of the second finding, above {@code a}
 * @param euclidean distance of the curves as the authors' code computes it; NaN where undefined
 * @param frechet discrete Fréchet distance of the curves
 * @param both images given both findings
 * @param standard co-occurrence and frequency from counts
 * @param asCoded the same as the authors' code computes them: column sums of the co-occurrence
 *     matrix stand where counts should
 */
public record FindingPair(
    int a,
    int b,
    double euclidean,
    double frechet,
    int both,
    CoOccurrence standard,
    CoOccurrence asCoded) {

  /**
   * One way to say how alike two findings occur.
   *
   * @param sizeA the first finding's size
   * @param sizeB the second finding's size
   * @param iou intersection over union, {@code both / (sizeA + sizeB − both)}; NaN for 0/0
   * @param logFrequencyDifference |ln sizeA − ln sizeB|; NaN when a size is 0
   */
  public record CoOccurrence(int sizeA, int sizeB, double iou, double logFrequencyDifference) {
    static CoOccurrence of(int sizeA, int sizeB, int both) {
      int union = sizeA + sizeB - both;
      double iou = union == 0 ? Double.NaN : both / (double) union;
      double difference = sizeA == 0 || sizeB == 0 ? Double.NaN : logRatio(sizeA, sizeB);
      return new CoOccurrence(sizeA, sizeB, iou, difference);
    }

    /** Of the quotient: equal ratios give equal bits, and so tie in a ranking. */
    private static double logRatio(int a, int b) {
      return Math.log((double) Math.max(a, b) / Math.min(a, b));
    }

    /** The fourth root, which the paper plots and regresses on. */
    public double iouQuarter() {
      return Math.pow(iou, 0.25);
    }
  }

  /**
   * Every pair of findings, in order.
   *
   * @param curves one for each finding, in order
   */
  public static List<FindingPair> all(FindingLabels labels, List<ForgettabilityCurve> curves) {
    int n = curves.size();
    int[][] both = new int[n][n];
    int[] columnSums = new int[n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        both[a][b] = b < a ? both[b][a] : labels.countBoth(a, b);
        columnSums[b] += both[a][b];
      }
    }
    List<FindingPair> pairs = new ArrayList<>(n * (n - 1) / 2);
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        double[] first = values(curves.get(a));
        double[] second = values(curves.get(b));
        pairs.add(
            new FindingPair(
                a,
                b,
                CurveDistance.euclidean(first, second),
                CurveDistance.discreteFrechet(first, second),
                both[a][b],
                CoOccurrence.of(both[a][a], both[b][b], both[a][b]),
                CoOccurrence.of(columnSums[a], columnSums[b], both[a][b])));
      }
    }
    return pairs;
  }

  private static double[] values(ForgettabilityCurve curve) {
    return curve.median().stream().mapToDouble(Double::doubleValue).toArray();
  }
}
