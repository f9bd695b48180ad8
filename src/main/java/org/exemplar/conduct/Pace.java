package org.exemplar.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exemplar.study.Submission;

/**
 * How fast a reader reads, and when the rest may be done.
 *
 * @param median active time per case; zero before the first case
 * @param perDay cases per day from the first case until the file came back; 0 before two cases
 * @param forecast when the rest may be done; empty when nothing is left, or nothing can be told as
 *     long as all was read in one sitting
 */
public record Pace(Duration median, double perDay, Optional<Forecast> forecast) {
  private static final double Z = 1.96;
  private static final double SLOWEST = 0.25;
  private static final Duration SHORTEST = Duration.ofDays(1);

  /** Cases read within less say nothing about the days to come. */
  private static final Duration ONE_SITTING = Duration.ofHours(12);

  /**
   * A span of dates, since one date alone would say too much: the pace is taken as a Poisson count
   * of cases, with its 95 % interval (normal approximation, at least a quarter of the pace so far).
   *
   * @param earliest at the fastest pace
   * @param likely at the pace so far
   * @param latest at the slowest pace
   */
  public record Forecast(Instant earliest, Instant likely, Instant latest) {
    /** The same, where what would be past by now is now: more than came back is not known. */
    Forecast notBefore(Instant now) {
      return new Forecast(later(earliest, now), later(likely, now), later(latest, now));
    }

    private static Instant later(Instant one, Instant other) {
      return one.isBefore(other) ? other : one;
    }
  }

  /**
   * @param done cases of the study in the order read
   * @param left how many are left
   * @param asOf when the file came back that says so
   */
  static Pace of(List<Submission> done, int left, Instant asOf) {
    if (done.isEmpty()) {
      return new Pace(Duration.ZERO, 0, Optional.empty());
    }
    long[] active = done.stream().mapToLong(s -> s.timing().activeMs()).sorted().toArray();
    Duration median = Duration.ofMillis(active[active.length / 2]);
    if (done.size() < 2) {
      return new Pace(median, 0, Optional.empty());
    }
    Instant first = done.getFirst().timing().firstShown();
    Instant last =
        done.stream().map(s -> s.timing().submitted()).max(Instant::compareTo).orElse(first);
    Instant known = left == 0 || asOf.isBefore(last) ? last : asOf;
    Duration span = Duration.between(first, known);
    Duration counted = span.compareTo(SHORTEST) < 0 ? SHORTEST : span;
    double perDay = done.size() * (double) Duration.ofDays(1).toMillis() / counted.toMillis();
    if (left == 0 || Duration.between(first, last).compareTo(ONE_SITTING) < 0) {
      return new Pace(median, perDay, Optional.empty());
    }
    double error = Z / Math.sqrt(done.size());
    Forecast forecast =
        new Forecast(
            after(known, left / (perDay * (1 + error))),
            after(known, left / perDay),
            after(known, left / (perDay * Math.max(SLOWEST, 1 - error))));
    return new Pace(median, perDay, Optional.of(forecast));
  }

  /** The same, where what would be past by now is now. */
  Pace asOf(Instant now) {
    return new Pace(median, perDay, forecast.map(f -> f.notBefore(now)));
  }

  private static Instant after(Instant start, double days) {
    return start.plusMillis(Math.round(days * Duration.ofDays(1).toMillis()));
  }

  /** The middle value of a non-empty array; the upper one of two. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
