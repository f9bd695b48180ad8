package org.exemplar.pie;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.exemplar.stats.Correlation;
import org.exemplar.stats.LeastSquares;
import org.exemplar.stats.Outcome;

/**
 * Whether findings that differ in frequency, or seldom occur together, are forgotten differently:
 * the distance of two curves regressed on the difference of log frequencies, the fourth root of the
 * intersection over union, and their product.
 *
 * @param distance what is explained
 * @param definition how frequency and co-occurrence are counted
 * @param pairs how many pairs have all three numbers
 * @param withFrequency Spearman's correlation of distance and frequency difference
 * @param withCoOccurrence Spearman's correlation of distance and the fourth root
 * @param fit ordinary least squares; terms: intercept, frequency, co-occurrence, product
 */
public record PairRegression(
    Distance distance,
    Definition definition,
    int pairs,
    Outcome<Correlation> withFrequency,
    Outcome<Correlation> withCoOccurrence,
    Outcome<LeastSquares> fit) {

  /** Names of the fit's terms, in order. */
  public static final List<String> TERMS =
      List.of(
          "intercept",
          "log_frequency_difference",
          "iou_fourth_root",
          "log_frequency_difference_x_iou_fourth_root");

  /** A distance of two curves. */
  public enum Distance {
    /** Euclidean, as the authors' code computes it. */
    EUCLIDEAN,
    /** Discrete Fréchet, as the paper names it. */
    FRECHET
  }

  /** A way of counting. */
  public enum Definition {
    /** From the numbers of images. */
    STANDARD,
    /** As the authors' code does, from column sums of the co-occurrence matrix. */
    AS_CODED
  }

  /** Regresses over all pairs for which everything is defined. */
  public static PairRegression of(
      List<FindingPair> pairs, Distance distance, Definition definition) {
    List<FindingPair> usable =
        pairs.stream().filter(pair -> defined(pair, distance, definition)).toList();
    double[] y = column(usable, pair -> length(pair, distance));
    double[] frequency =
        column(usable, pair -> occurrence(pair, definition).logFrequencyDifference());
    double[] together = column(usable, pair -> occurrence(pair, definition).iouQuarter());
    return new PairRegression(
        distance,
        definition,
        usable.size(),
        Correlation.spearman(y, frequency),
        Correlation.spearman(y, together),
        LeastSquares.withInteraction(y, frequency, together));
  }

  private static boolean defined(FindingPair pair, Distance distance, Definition definition) {
    FindingPair.CoOccurrence occurrence = occurrence(pair, definition);
    return Double.isFinite(length(pair, distance))
        && Double.isFinite(occurrence.iou())
        && Double.isFinite(occurrence.logFrequencyDifference());
  }

  private static double length(FindingPair pair, Distance distance) {
    return switch (distance) {
      case EUCLIDEAN -> pair.euclidean();
      case FRECHET -> pair.frechet();
    };
  }

  private static FindingPair.CoOccurrence occurrence(FindingPair pair, Definition definition) {
    return switch (definition) {
      case STANDARD -> pair.standard();
      case AS_CODED -> pair.asCoded();
    };
  }

  private static double[] column(List<FindingPair> pairs, ToDoubleFunction<FindingPair> value) {
    return pairs.stream().mapToDouble(value).toArray();
  }
}
