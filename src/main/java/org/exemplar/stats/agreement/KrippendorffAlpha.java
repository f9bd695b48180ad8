package org.exemplar.stats.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.exemplar.stats.Interval;
import org.exemplar.stats.Outcome;
import org.exemplar.stats.Ranks;
import org.exemplar.stats.Sample;

/**
 * Krippendorff's α: 1 minus observed over expected disagreement, any number of readers, missing
 * ratings allowed (Krippendorff 2011, by the coincidence matrix). Cases with one rating only do not
 * count.
 */
public final class KrippendorffAlpha {
  private static final String EQUAL = "all ratings are equal";

  private KrippendorffAlpha() {}

  /** How far apart two values are: what their difference means. */
  public enum Level {
    /** Different or not. */
    NOMINAL,
    /** By how many ratings lie between. */
    ORDINAL,
    /** By the squared difference. */
    INTERVAL
  }

  /** α; undefined where no case has two ratings or all ratings are equal. */
  public static Outcome<Double> of(RatingMatrix ratings, Level level) {
    Patterns patterns = new Patterns(ratings.counts());
    double alpha = alpha(patterns.coincidences(patterns.weights), ratings.categories(), level);
    return Double.isFinite(alpha)
        ? Outcome.of(alpha)
        : Outcome.undefined(ratings.readers() < 2 ? "there are fewer than two readers" : EQUAL);
  }

  /**
   * The 95 % percentile intervals of α at each level over the same resampled cases.
   *
   * @param draws at least 2; resamples in which all ratings are equal are left out
   */
  public static Map<Level, Outcome<Interval>> intervals(
      RatingMatrix ratings, int draws, long seed) {
    Patterns patterns = new Patterns(ratings.counts());
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    Map<Level, double[]> alphas = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      alphas.put(level, new double[draws]);
    }
    for (int draw = 0; draw < draws; draw++) {
      double[][] coincidences = patterns.coincidences(patterns.resample(random));
      int at = draw;
      alphas.forEach(
          (level, drawn) -> drawn[at] = alpha(coincidences, ratings.categories(), level));
    }
    Map<Level, Outcome<Interval>> intervals = new EnumMap<>(Level.class);
    alphas.forEach((level, drawn) -> intervals.put(level, percentiles(drawn)));
    return intervals;
  }

  private static Outcome<Interval> percentiles(double[] alphas) {
    double[] sorted = Ranks.sortedPresent(alphas);
    if (sorted.length < 2) {
      return Outcome.undefined(EQUAL);
    }
    double low = Sample.quantileOfSorted(sorted, 0.025);
    double high = Sample.quantileOfSorted(sorted, 0.975);
    return high - low > 1e-12
        ? Outcome.of(new Interval(low, high))
        : Outcome.undefined("every resample gives the same number");
  }

  private static double alpha(double[][] coincidences, double[] categories, Level level) {
    int k = categories.length;
    double[] margins = new double[k];
    double total = 0;
    for (int a = 0; a < k; a++) {
      margins[a] = Arrays.stream(coincidences[a]).sum();
      total += margins[a];
    }
    double observed = 0;
    double expected = 0;
    for (int a = 0; a < k; a++) {
      for (int b = 0; b < a; b++) {
        double distance = distance(level, categories, margins, b, a);
        observed += coincidences[a][b] * distance;
        expected += margins[a] * margins[b] * distance;
      }
    }
    return expected > 0 ? 1 - (total - 1) * observed / expected : Double.NaN;
  }

  /** Cases grouped by how many readers gave each category, since many cases look the same. */
  private static final class Patterns {
    /** How many cases have each pattern. */
    final int[] weights;

    private final List<int[]> counts = new ArrayList<>();
    private final int[] ofCase;

    Patterns(int[][] cases) {
      ofCase = new int[cases.length];
      Map<List<Integer>, Integer> known = new HashMap<>();
      for (int c = 0; c < cases.length; c++) {
        List<Integer> key = Arrays.stream(cases[c]).boxed().toList();
        Integer index = known.get(key);
        if (index == null) {
          index = counts.size();
          known.put(key, index);
          counts.add(cases[c]);
        }
        ofCase[c] = index;
      }
      weights = new int[counts.size()];
      for (int pattern : ofCase) {
        weights[pattern]++;
      }
    }

    /** Weights of as many cases drawn with replacement. */
    int[] resample(UniformRandomProvider random) {
      int[] drawn = new int[weights.length];
      for (int c = 0; c < ofCase.length; c++) {
        drawn[ofCase[random.nextInt(ofCase.length)]]++;
      }
      return drawn;
    }

    /** The matrix of coincidences, each case's pairs weighted by 1/(ratings − 1). */
    double[][] coincidences(int[] weights) {
      int k = counts.isEmpty() ? 0 : counts.getFirst().length;
      double[][] sums = new double[k][k];
      for (int pattern = 0; pattern < weights.length; pattern++) {
        int[] row = counts.get(pattern);
        int ratings = Arrays.stream(row).sum();
        if (ratings > 1 && weights[pattern] > 0) {
          add(row, weights[pattern] / (ratings - 1.0), sums);
        }
      }
      return sums;
    }

    private static void add(int[] row, double weight, double[][] sums) {
      for (int a = 0; a < row.length; a++) {
        for (int b = 0; row[a] > 0 && b < row.length; b++) {
          sums[a][b] += weight * row[a] * (a == b ? row[b] - 1 : row[b]);
        }
      }
    }
  }

  /** The squared distance of categories {@code low} and {@code high}. */
  private static double distance(
      Level level, double[] categories, double[] margins, int low, int high) {
    return switch (level) {
      case NOMINAL -> 1;
      case INTERVAL -> (categories[high] - categories[low]) * (categories[high] - categories[low]);
      case ORDINAL -> {
        double between = -(margins[low] + margins[high]) / 2;
        for (int k = low; k <= high; k++) {
          between += margins[k];
        }
        yield between * between;
      }
    };
  }
}
