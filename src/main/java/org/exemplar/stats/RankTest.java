package org.exemplar.stats;

import java.util.Arrays;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/**
 * A two-sided rank test.
 *
 * @param statistic U, W⁺ or H as the test says
 * @param p two-sided
 */
public record RankTest(double statistic, double p) {
  private static final String EMPTY = "a group is empty";
  private static final String EQUAL = "all values are equal";

  /**
   * Mann and Whitney's test by the normal approximation, variance corrected for ties, with
   * continuity correction (SciPy's {@code asymptotic}). The statistic is U of {@code a}: how many
   * pairs {@code a} wins, ties half.
   */
  public static Outcome<RankTest> mannWhitney(double[] a, double[] b) {
    if (a.length == 0 || b.length == 0) {
      return Outcome.undefined(EMPTY);
    }
    double[] all = joined(a, b);
    double n = all.length;
    double n1 = a.length;
    double n2 = b.length;
    double u = wins(a, b);
    double variance = n1 * n2 / 12 * (n + 1 - Ranks.tieTerm(all) / (n * (n - 1)));
    if (!(variance > 0)) {
      return Outcome.undefined(EQUAL);
    }
    double distance = Math.max(0, Math.abs(u - n1 * n2 / 2) - 0.5);
    return Outcome.of(new RankTest(u, Tails.normalTwoSided(distance / Math.sqrt(variance))));
  }

  /**
   * Mann and Whitney's test, exact for samples without ties of up to 8 values on one side, else the
   * approximation (SciPy's {@code auto}).
   */
  public static Outcome<RankTest> mannWhitneyExactIfSmall(double[] a, double[] b) {
    boolean large = a.length > 8 && b.length > 8;
    if (large || a.length == 0 || b.length == 0 || Ranks.tieTerm(joined(a, b)) > 0) {
      return mannWhitney(a, b);
    }
    double p =
        MannWhitneyUTest.withDefaults()
            .with(PValueMethod.EXACT)
            .with(AlternativeHypothesis.TWO_SIDED)
            .test(a, b)
            .getPValue();
    return Outcome.of(new RankTest(wins(a, b), Math.min(1, p)));
  }

  /**
   * Wilcoxon's signed-rank test of paired differences; zero differences are dropped. Exact without
   * ties for up to 50 pairs, else the normal approximation. The statistic is the sum of positive
   * ranks.
   */
  public static Outcome<RankTest> wilcoxon(double[] differences) {
    double[] present = Arrays.stream(differences).filter(d -> d != 0).toArray();
    if (present.length == 0) {
      return Outcome.undefined("all differences are zero");
    }
    double[] sizes = Arrays.stream(present).map(Math::abs).toArray();
    boolean exact =
        present.length <= 50 && present.length == differences.length && Ranks.tieTerm(sizes) == 0;
    WilcoxonSignedRankTest test =
        WilcoxonSignedRankTest.withDefaults()
            .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC)
            .with(ContinuityCorrection.DISABLED);
    WilcoxonSignedRankTest.Result result = test.test(present);
    return Outcome.of(new RankTest(result.getStatistic(), Math.min(1, result.getPValue())));
  }

  /** Kruskal and Wallis' H of two groups or more, corrected for ties; p from chi-squared. */
  public static Outcome<RankTest> kruskalWallis(double[]... groups) {
    if (groups.length < 2 || Arrays.stream(groups).anyMatch(group -> group.length == 0)) {
      return Outcome.undefined(EMPTY);
    }
    double[] all = joined(groups);
    double n = all.length;
    double correction = 1 - Ranks.tieTerm(all) / (n * n * n - n);
    if (!(correction > 0)) {
      return Outcome.undefined(EQUAL);
    }
    double[] ranks = Ranks.average(all);
    double sum = 0;
    int from = 0;
    for (double[] group : groups) {
      double rankSum = Arrays.stream(ranks, from, from + group.length).sum();
      double distance = rankSum / group.length - (n + 1) / 2;
      sum += group.length * distance * distance;
      from += group.length;
    }
    double h = 12 * sum / (n * (n + 1)) / correction;
    return Outcome.of(new RankTest(h, Tails.chiSquaredUpper(h, groups.length - 1)));
  }

  /**
   * Cliff's δ: the probability that a value of {@code a} is larger than one of {@code b} minus the
   * probability that it is smaller. Undefined for an empty group.
   */
  public static Outcome<Double> cliffsDelta(double[] a, double[] b) {
    return a.length == 0 || b.length == 0
        ? Outcome.undefined(EMPTY)
        : Outcome.of(2 * wins(a, b) / ((double) a.length * b.length) - 1);
  }

  /** How many pairs {@code a} wins, ties half. */
  private static double wins(double[] a, double[] b) {
    double[] sorted = Ranks.sorted(b);
    long doubled = 0;
    for (double value : a) {
      doubled += (long) Ranks.countBelow(sorted, value) + Ranks.countAtMost(sorted, value);
    }
    return doubled / 2.0;
  }

  private static double[] joined(double[]... groups) {
    return Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray();
  }
}
