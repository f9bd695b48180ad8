package org.exemplar.stats.mrmc;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.Ranks;

/**
 * A test that moves arm labels over cases, all scores of a case together. The statistic is |AUC −
 * ½|. It is exact for these readers and says nothing of others.
 *
 * @param statistic of the labels as they are
 * @param p the share of labelings with at least this statistic; with random draws (1 + hits)/(1 +
 *     draws)
 * @param exact whether all labelings were counted
 * @param draws how many labelings were drawn; 0 when all were counted
 */
public record PermutationTest(double statistic, double p, boolean exact, int draws) {

  /** A table of subset sums with more cells than this is not counted; labelings are drawn. */
  private static final double LARGEST_TABLE = 5e7;

  private static final double TIE = 1e-12;

  /**
   * The test; labels move inside the strata only.
   *
   * @param draws used where counting is not possible: data incomplete or the table too large
   */
  public static Outcome<PermutationTest> of(RatingTable table, Strata strata, Draws draws) {
    if (strata.cases() != table.cases()) {
      throw new IllegalArgumentException("strata of " + strata.cases() + " cases");
    }
    Ranking ranking = new Ranking(table);
    double observed = ranking.distance(table.positiveIndices());
    if (Double.isNaN(observed)) {
      return Outcome.undefined("no reader rated cases of both kinds");
    }
    boolean countable = table.complete() && cells(table, strata, ranking) <= LARGEST_TABLE;
    return Outcome.of(
        countable ? counted(table, strata, ranking) : drawn(table, strata, ranking, draws));
  }

  private static double cells(RatingTable table, Strata strata, Ranking ranking) {
    double cells = 0;
    for (int[] group : strata.groups()) {
      double sum = Arrays.stream(group).mapToLong(c -> ranking.totals[c]).sum();
      cells += sum * positives(table, group);
    }
    return cells;
  }

  private static int positives(RatingTable table, int[] group) {
    return (int) Arrays.stream(group).filter(table::isPositive).count();
  }

  private static PermutationTest counted(RatingTable table, Strata strata, Ranking ranking) {
    SubsetSums all = SubsetSums.NOTHING;
    for (int[] group : strata.groups()) {
      long[] weights = Arrays.stream(group).mapToLong(c -> ranking.totals[c]).toArray();
      all = all.plus(SubsetSums.of(weights, positives(table, group)));
    }
    long observed = ranking.scaledDistance(table.positiveIndices());
    double hits = 0;
    double labelings = 0;
    for (int k = 0; k < all.size(); k++) {
      labelings += all.count(k);
      hits += ranking.scaledDistance(all.sum(k)) >= observed ? all.count(k) : 0;
    }
    double statistic = ranking.distance(table.positiveIndices());
    return new PermutationTest(statistic, hits / labelings, true, 0);
  }

  private static PermutationTest drawn(
      RatingTable table, Strata strata, Ranking ranking, Draws draws) {
    UniformRandomProvider random = draws.generator();
    int[] chosen = new int[table.positiveCases()];
    List<int[]> groups = strata.groups().stream().map(int[]::clone).toList();
    int[] sizes = groups.stream().mapToInt(group -> positives(table, group)).toArray();
    boolean complete = table.complete();
    double statistic = ranking.distance(table.positiveIndices());
    long observed = complete ? ranking.scaledDistance(table.positiveIndices()) : 0;
    int hits = 0;
    for (int draw = 0; draw < draws.count(); draw++) {
      int at = 0;
      for (int g = 0; g < sizes.length; g++) {
        at = choose(groups.get(g), sizes[g], random, chosen, at);
      }
      boolean hit =
          complete
              ? ranking.scaledDistance(chosen) >= observed
              : !(ranking.distance(chosen) < statistic - TIE);
      hits += hit ? 1 : 0;
    }
    return new PermutationTest(
        statistic, (1.0 + hits) / (1.0 + draws.count()), false, draws.count());
  }

  /** Moves a random subset to the front of {@code group} and copies it to {@code chosen}. */
  private static int choose(
      int[] group, int size, UniformRandomProvider random, int[] chosen, int at) {
    for (int k = 0; k < size; k++) {
      int other = k + random.nextInt(group.length - k);
      int swap = group[k];
      group[k] = group[other];
      group[other] = swap;
      chosen[at + k] = group[k];
    }
    return at + size;
  }

  /**
   * Doubled mid-ranks of each case among a reader's scores, from which any labeling's AUC follows.
   */
  private static final class Ranking {
    final long[] totals;
    private final int readers;
    private final int positives;
    private final long grandTotal;
    private final int[] ranks;
    private final int[] rated;
    private final int[] ratedByReader;
    private final long[] rankSums;
    private final long[] counts;

    Ranking(RatingTable table) {
      int cases = table.cases();
      readers = table.readers();
      positives = table.positiveCases();
      totals = new long[cases];
      ranks = new int[cases * readers];
      rated = new int[cases * readers];
      ratedByReader = new int[readers];
      rankSums = new long[readers];
      counts = new long[readers];
      for (int r = 0; r < readers; r++) {
        double[] sorted = Ranks.sortedPresent(table.row(r));
        ratedByReader[r] = sorted.length;
        for (int c = 0; c < cases; c++) {
          double score = table.score(r, c);
          if (!Double.isNaN(score)) {
            int rank = Ranks.countBelow(sorted, score) + Ranks.countAtMost(sorted, score) + 1;
            ranks[c * readers + r] = rank;
            rated[c * readers + r] = 1;
            totals[c] += rank;
          }
        }
      }
      grandTotal = Arrays.stream(totals).sum();
    }

    /** |C·T − n1·ΣZ| of a labeling of complete data: its distance from one half as an integer. */
    long scaledDistance(int[] labeled) {
      long sum = 0;
      for (int c : labeled) {
        sum += totals[c];
      }
      return scaledDistance(sum);
    }

    long scaledDistance(long sum) {
      return Math.abs(totals.length * sum - positives * grandTotal);
    }

    /** |AUC − ½| of a labeling, pair-weighted; NaN where no reader has a pair. */
    double distance(int[] labeled) {
      Arrays.fill(rankSums, 0);
      Arrays.fill(counts, 0);
      for (int c : labeled) {
        int at = c * readers;
        for (int r = 0; r < readers; r++) {
          rankSums[r] += ranks[at + r];
          counts[r] += rated[at + r];
        }
      }
      double wins = 0;
      double pairs = 0;
      for (int r = 0; r < readers; r++) {
        wins += (rankSums[r] - counts[r] * (counts[r] + 1)) / 2.0;
        pairs += (double) counts[r] * (ratedByReader[r] - counts[r]);
      }
      return pairs == 0 ? Double.NaN : Math.abs(wins / pairs - 0.5);
    }
  }
}
