package org.exemplar.stats.mrmc;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.exemplar.stats.Interval;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.Ranks;
import org.exemplar.stats.Sample;

/**
 * Percentile intervals from resampling readers, positive cases and negative cases independently,
 * each with replacement: a picture of uncertainty, slightly wide, not a test.
 *
 * @param auc 95 % interval; undefined where every resample gives the same
 * @param meanDifference 95 % interval of the mean score of positives minus negatives, all scores
 *     pooled; undefined where every resample gives the same
 * @param mean of the resampled AUCs
 * @param standardDeviation of the resampled AUCs
 * @param draws how many resamples were made
 * @param undefined how many of them held no pair and were left out
 */
public record TwoWayBootstrap(
    Outcome<Interval> auc,
    Outcome<Interval> meanDifference,
    double mean,
    double standardDeviation,
    int draws,
    int undefined) {

  /** Resamples a table; undefined where an arm is empty or no resample holds a pair. */
  public static Outcome<TwoWayBootstrap> of(RatingTable table, Draws draws) {
    if (table.readers() == 0 || table.positiveCases() == 0 || table.negativeCases() == 0) {
      return Outcome.undefined("there are no cases of one kind");
    }
    Resampler resampler = new Resampler(table, draws.generator());
    double[] aucs = new double[draws.count()];
    double[] differences = new double[draws.count()];
    int n = 0;
    for (int draw = 0; draw < draws.count(); draw++) {
      if (resampler.draw()) {
        aucs[n] = resampler.auc;
        differences[n++] = resampler.meanDifference;
      }
    }
    if (n < 2) {
      return Outcome.undefined("hardly any resample holds cases of both kinds by one reader");
    }
    Sample sample = Sample.of(Arrays.copyOf(aucs, n));
    return Outcome.of(
        new TwoWayBootstrap(
            percentiles(aucs, n),
            percentiles(differences, n),
            sample.mean(),
            Math.sqrt(sample.variance()),
            draws.count(),
            draws.count() - n));
  }

  private static Outcome<Interval> percentiles(double[] values, int n) {
    double[] sorted = Ranks.sorted(Arrays.copyOf(values, n));
    if (sorted[n - 1] - sorted[0] < 1e-12) {
      return Outcome.undefined("every resample gives the same number");
    }
    double low = Sample.quantileOfSorted(sorted, 0.025);
    double high = Sample.quantileOfSorted(sorted, 0.975);
    return low < high
        ? Outcome.of(new Interval(low, high))
        : Outcome.undefined("nearly every resample gives the same number");
  }

  /** Draws multiplicities and computes AUC and mean difference of the weighted table. */
  private static final class Resampler {
    private final RatingTable table;
    private final UniformRandomProvider random;
    private final int[][] levels;
    private final double[] positiveWeights;
    private final double[] negativeWeights;
    private final int[] readerWeights;
    private final int[] caseWeights;
    double auc;
    double meanDifference;

    Resampler(RatingTable table, UniformRandomProvider random) {
      this.table = table;
      this.random = random;
      this.levels = new int[table.readers()][];
      int most = 0;
      for (int r = 0; r < levels.length; r++) {
        levels[r] = levels(table.row(r));
        most = Math.max(most, Arrays.stream(levels[r]).max().orElse(-1) + 1);
      }
      positiveWeights = new double[most];
      negativeWeights = new double[most];
      readerWeights = new int[table.readers()];
      caseWeights = new int[table.cases()];
    }

    /** Dense ranks from 0 of the scores present, −1 for a missing one. */
    private static int[] levels(double[] row) {
      double[] present = Ranks.sortedPresent(row);
      double[] distinct = Arrays.stream(present).distinct().toArray();
      return Arrays.stream(row)
          .mapToInt(v -> Double.isNaN(v) ? -1 : Ranks.countBelow(distinct, v))
          .toArray();
    }

    /** One resample; false when it holds no pair. */
    boolean draw() {
      Arrays.fill(readerWeights, 0);
      Arrays.fill(caseWeights, 0);
      for (int k = 0; k < readerWeights.length; k++) {
        readerWeights[random.nextInt(readerWeights.length)]++;
      }
      multiply(table.positiveIndices());
      multiply(table.negativeIndices());
      double wins = 0;
      double pairs = 0;
      double[] sums = new double[4];
      for (int r = 0; r < readerWeights.length; r++) {
        int weight = readerWeights[r];
        if (weight > 0) {
          collect(r, weight, sums);
          double[] won = wins();
          wins += weight * won[0];
          pairs += weight * won[1];
        }
      }
      if (pairs == 0) {
        return false;
      }
      auc = wins / pairs;
      meanDifference = sums[0] / sums[1] - sums[2] / sums[3];
      return true;
    }

    private void multiply(int[] arm) {
      for (int k = 0; k < arm.length; k++) {
        caseWeights[arm[random.nextInt(arm.length)]]++;
      }
    }

    /** Fills the weights per level and adds score sums and counts: positives, then negatives. */
    private void collect(int r, int weight, double[] sums) {
      Arrays.fill(positiveWeights, 0);
      Arrays.fill(negativeWeights, 0);
      collect(r, table.positiveIndices(), positiveWeights, weight, sums, 0);
      collect(r, table.negativeIndices(), negativeWeights, weight, sums, 2);
    }

    private void collect(
        int r, int[] arm, double[] weights, int readerWeight, double[] sums, int at) {
      int[] level = levels[r];
      double sum = 0;
      double count = 0;
      for (int c : arm) {
        int times = caseWeights[c];
        if (times > 0 && level[c] >= 0) {
          weights[level[c]] += times;
          sum += times * table.score(r, c);
          count += times;
        }
      }
      sums[at] += readerWeight * sum;
      sums[at + 1] += readerWeight * count;
    }

    /** Weighted wins of positives over negatives, ties half, and the weight of all pairs. */
    private double[] wins() {
      double below = 0;
      double wins = 0;
      double positives = 0;
      for (int level = 0; level < positiveWeights.length; level++) {
        wins += positiveWeights[level] * (below + negativeWeights[level] / 2);
        below += negativeWeights[level];
        positives += positiveWeights[level];
      }
      return new double[] {wins, positives * below};
    }
  }
}
