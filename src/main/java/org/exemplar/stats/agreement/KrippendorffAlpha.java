package org.exemplar.stats.agreement;

import java.util.Arrays;
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
    int[][] counts = ratings.counts();
    int[] all = new int[counts.length];
    Arrays.setAll(all, i -> i);
    double alpha = alpha(counts, all, ratings.categories(), level);
    return Double.isFinite(alpha)
        ? Outcome.of(alpha)
        : Outcome.undefined(ratings.readers() < 2 ? "there are fewer than two readers" : EQUAL);
  }

  /**
   * The 95 % percentile interval of α over resampled cases.
   *
   * @param draws at least 2; resamples in which all ratings are equal are left out
   */
  public static Outcome<Interval> interval(
      RatingMatrix ratings, Level level, int draws, long seed) {
    int[][] counts = ratings.counts();
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    double[] alphas = new double[draws];
    int[] sample = new int[counts.length];
    int n = 0;
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < sample.length; i++) {
        sample[i] = random.nextInt(sample.length);
      }
      double alpha = alpha(counts, sample, ratings.categories(), level);
      if (Double.isFinite(alpha)) {
        alphas[n++] = alpha;
      }
    }
    if (n < 2) {
      return Outcome.undefined(EQUAL);
    }
    double[] sorted = Ranks.sorted(Arrays.copyOf(alphas, n));
    double low = Sample.quantileOfSorted(sorted, 0.025);
    double high = Sample.quantileOfSorted(sorted, 0.975);
    return high - low > 1e-12
        ? Outcome.of(new Interval(low, high))
        : Outcome.undefined("every resample gives the same number");
  }

  private static double alpha(int[][] counts, int[] sample, double[] categories, Level level) {
    int k = categories.length;
    double[][] coincidences = new double[k][k];
    for (int unit : sample) {
      addCoincidences(counts[unit], coincidences);
    }
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

  private static void addCoincidences(int[] counts, double[][] coincidences) {
    int ratings = Arrays.stream(counts).sum();
    if (ratings < 2) {
      return;
    }
    for (int a = 0; a < counts.length; a++) {
      for (int b = 0; counts[a] > 0 && b < counts.length; b++) {
        int pairs = counts[a] * (a == b ? counts[b] - 1 : counts[b]);
        coincidences[a][b] += pairs / (double) (ratings - 1);
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
