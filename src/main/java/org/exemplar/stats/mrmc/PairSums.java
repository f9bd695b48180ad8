package org.exemplar.stats.mrmc;

import java.util.Arrays;
import org.exemplar.stats.Ranks;

/**
 * The eight sums of products of x(r,i,j) over reader r, negative case i, positive case j, in which
 * the two factors share all indices (B1), reader and positive case (B2), reader and negative case
 * (B3), reader (B4), or the same with any two readers (B5 to B8), once for the success score s (1,
 * ½ or 0) and once for the design d (1 where the reader scored both cases). Gallas 2006; Gallas et
 * al. 2009.
 *
 * <p>Scores are held doubled, so that every term is an integer and sums below 2⁵³ are exact. Time
 * O(R·n0·n1), memory O(n1).
 */
final class PairSums {
  /** B1 to B8 of s. */
  final double[] success = new double[8];

  /** B1 to B8 of d. */
  final double[] design = new double[8];

  /** Per reader B1 to B4 of s. */
  final double[][] readerSuccess;

  /** Per reader B1 to B4 of d. */
  final double[][] readerDesign;

  /** Per reader the sum of s, halves exact. */
  final double[] readerWins;

  /** Per reader how many positive cases were scored. */
  final int[] readerPositives;

  /** Per reader how many negative cases were scored. */
  final int[] readerNegatives;

  private final double[][] negativeScores;
  private final double[][] positiveScores;

  PairSums(RatingTable table) {
    int readers = table.readers();
    readerSuccess = new double[readers][4];
    readerDesign = new double[readers][4];
    readerWins = new double[readers];
    readerPositives = new int[readers];
    readerNegatives = new int[readers];
    negativeScores = new double[readers][];
    positiveScores = new double[readers][];
    Margins margins = new Margins(table);
    for (int r = 0; r < readers; r++) {
      negativeScores[r] = pick(table.row(r), table.negativeIndices());
      positiveScores[r] = pick(table.row(r), table.positiveIndices());
      addReader(r, margins);
    }
    addPairs();
    success[5] = squares(margins.positiveWins) / 4;
    success[6] = squares(margins.negativeWins) / 4;
    design[5] = squares(margins.positiveDesign);
    design[6] = squares(margins.negativeDesign);
    double wins = 0;
    double pairs = 0;
    for (int r = 0; r < readers; r++) {
      wins += readerWins[r];
      pairs += (double) readerPositives[r] * readerNegatives[r];
    }
    success[7] = wins * wins;
    design[7] = pairs * pairs;
  }

  /** The share of pairs with equal scores: a win and its square differ by a quarter there. */
  double tiedPairs() {
    return 4 * (Arrays.stream(readerWins).sum() - success[0]) / design[0];
  }

  /** Sums over readers, per case, of doubled wins and of counted pairs. */
  private static final class Margins {
    final long[] positiveWins;
    final long[] negativeWins;
    final long[] positiveDesign;
    final long[] negativeDesign;

    Margins(RatingTable table) {
      positiveWins = new long[table.positiveCases()];
      negativeWins = new long[table.negativeCases()];
      positiveDesign = new long[table.positiveCases()];
      negativeDesign = new long[table.negativeCases()];
    }
  }

  private void addReader(int r, Margins margins) {
    double[] negatives = negativeScores[r];
    double[] positives = positiveScores[r];
    double[] sortedNegatives = Ranks.sortedPresent(negatives);
    double[] sortedPositives = Ranks.sortedPresent(positives);
    int n0 = sortedNegatives.length;
    int n1 = sortedPositives.length;
    readerNegatives[r] = n0;
    readerPositives[r] = n1;
    double[] s = readerSuccess[r];
    long wins = 0;
    for (int j = 0; j < positives.length; j++) {
      if (Double.isNaN(positives[j])) {
        continue;
      }
      long less = Ranks.countBelow(sortedNegatives, positives[j]);
      long equal = Ranks.countAtMost(sortedNegatives, positives[j]) - less;
      long doubled = 2 * less + equal;
      wins += doubled;
      s[0] += less + equal / 4.0;
      s[1] += (double) doubled * doubled / 4;
      margins.positiveWins[j] += doubled;
      margins.positiveDesign[j] += n0;
    }
    for (int i = 0; i < negatives.length; i++) {
      if (Double.isNaN(negatives[i])) {
        continue;
      }
      long atMost = Ranks.countAtMost(sortedPositives, negatives[i]);
      long equal = atMost - Ranks.countBelow(sortedPositives, negatives[i]);
      long doubled = 2 * (n1 - atMost) + equal;
      s[2] += (double) doubled * doubled / 4;
      margins.negativeWins[i] += doubled;
      margins.negativeDesign[i] += n1;
    }
    readerWins[r] = wins / 2.0;
    s[3] = readerWins[r] * readerWins[r];
    double pairs = (double) n0 * n1;
    double[] d = readerDesign[r];
    d[0] = pairs;
    d[1] = pairs * n0;
    d[2] = pairs * n1;
    d[3] = pairs * pairs;
    for (int k = 0; k < 4; k++) {
      success[k] += s[k];
      design[k] += d[k];
    }
  }

  /** B5: squares of the sum over readers, for each pair of cases. NaN compares false throughout. */
  private void addPairs() {
    int readers = negativeScores.length;
    int n1 = readers == 0 ? 0 : positiveScores[0].length;
    int n0 = readers == 0 ? 0 : negativeScores[0].length;
    int[] wins = new int[n1];
    int[] counts = new int[n1];
    double winSquares = 0;
    double countSquares = 0;
    for (int i = 0; i < n0; i++) {
      Arrays.fill(wins, 0);
      Arrays.fill(counts, 0);
      for (int r = 0; r < readers; r++) {
        addRow(negativeScores[r][i], positiveScores[r], wins, counts);
      }
      long rowWins = 0;
      long rowCounts = 0;
      for (int j = 0; j < n1; j++) {
        rowWins += (long) wins[j] * wins[j];
        rowCounts += (long) counts[j] * counts[j];
      }
      winSquares += rowWins;
      countSquares += rowCounts;
    }
    success[4] = winSquares / 4;
    design[4] = countSquares;
  }

  private static void addRow(double negative, double[] positives, int[] wins, int[] counts) {
    if (Double.isNaN(negative)) {
      return;
    }
    for (int j = 0; j < positives.length; j++) {
      double positive = positives[j];
      int above = positive > negative ? 1 : 0;
      int atLeast = positive >= negative ? 1 : 0;
      int below = positive < negative ? 1 : 0;
      wins[j] += above + atLeast;
      counts[j] += atLeast + below;
    }
  }

  private static double[] pick(double[] row, int[] columns) {
    double[] picked = new double[columns.length];
    for (int k = 0; k < columns.length; k++) {
      picked[k] = row[columns[k]];
    }
    return picked;
  }

  private static double squares(long[] values) {
    double sum = 0;
    for (long value : values) {
      sum += (double) value * value;
    }
    return sum;
  }
}
