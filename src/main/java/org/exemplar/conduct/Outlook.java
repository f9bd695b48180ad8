package org.exemplar.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.exemplar.study.ReaderId;

/**
 * How a reading as a whole may go on: a cone of counts between what comes at the fastest and at the
 * slowest pace of each reader, never one date alone.
 *
 * @param now where the cone begins
 * @param done cases finished by all readers
 * @param of cases of all readers
 * @param going readers who are not finished, if anything can be told
 * @param withoutPace those of them who have no pace of their own: they are taken to read as fast as
 *     the others do on average, at best as the fastest of them, at worst half as fast as the
 *     slowest
 */
public record Outlook(
    Instant now, int done, int of, List<Going> going, List<ReaderId> withoutPace) {
  private static final double SLOWER = 0.5;
  private static final Duration WEEK = Duration.ofDays(7);

  /** Keeps copies. */
  public Outlook {
    going = List.copyOf(going);
    withoutPace = List.copyOf(withoutPace);
  }

  /** A reader with so many cases left, and when they may be done. */
  public record Going(ReaderId reader, int left, Pace.Forecast forecast) {}

  /** One edge of the cone, or its middle. */
  public enum Edge {
    FASTEST,
    LIKELY,
    SLOWEST;

    private Instant end(Pace.Forecast forecast) {
      return switch (this) {
        case FASTEST -> forecast.earliest();
        case LIKELY -> forecast.likely();
        case SLOWEST -> forecast.latest();
      };
    }
  }

  /** Of all readers. */
  public static Outlook of(List<FollowUp> readers, Instant now) {
    List<FollowUp> open = readers.stream().filter(r -> r.done() < r.of()).toList();
    double[] rates =
        readers.stream().filter(Outlook::hasPace).mapToDouble(r -> r.pace().perDay()).toArray();
    return new Outlook(
        now,
        readers.stream().mapToInt(FollowUp::done).sum(),
        readers.stream().mapToInt(FollowUp::of).sum(),
        rates.length == 0 ? List.of() : open.stream().map(r -> going(r, rates, now)).toList(),
        open.stream().filter(r -> !hasPace(r)).map(FollowUp::reader).toList());
  }

  private static boolean hasPace(FollowUp reader) {
    return reader.pace().perDay() > 0
        && (reader.done() == reader.of() || reader.pace().forecast().isPresent());
  }

  private static Going going(FollowUp reader, double[] rates, Instant now) {
    int left = reader.of() - reader.done();
    return new Going(
        reader.reader(),
        left,
        reader
            .pace()
            .forecast()
            .orElseGet(() ->
                new Pace.Forecast(
                    after(now, left / Arrays.stream(rates).max().orElseThrow()),
                    after(now, left / Arrays.stream(rates).average().orElseThrow()),
                    after(now, left / (SLOWER * Arrays.stream(rates).min().orElseThrow())))));
  }

  private static Instant after(Instant start, double days) {
    return start.plusMillis(Math.round(days * Duration.ofDays(1).toMillis()));
  }

  /** When all have finished; empty when all have, or nothing can be told. */
  public Optional<Instant> end(Edge edge) {
    return going.stream().map(each -> edge.end(each.forecast())).max(Instant::compareTo);
  }

  /** Cases finished by a time, from {@link #now} on. */
  public double at(Instant time, Edge edge) {
    double cases = done;
    for (Going each : going) {
      double whole = Duration.between(now, edge.end(each.forecast())).toMillis();
      double past = Duration.between(now, time).toMillis();
      cases += each.left() * (whole <= 0 ? 1 : Math.clamp(past / whole, 0, 1));
    }
    return cases;
  }

  /** Cases finished in the seven days up to the last one that came back; 0 before the first. */
  public static int lastWeek(List<FollowUp> readers) {
    List<Instant> all = readers.stream().flatMap(r -> r.times().submitted().stream()).toList();
    return all.stream()
        .max(Instant::compareTo)
        .map(last -> (int) all.stream().filter(at -> at.isAfter(last.minus(WEEK))).count())
        .orElse(0);
  }
}
