package org.exemplar.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.study.Rating;

/**
 * At which place of a sitting each case was read. A sitting is what a reader read without a break
 * of half an hour between one case submitted and the next one shown.
 */
final class SittingPlaces {
  private static final Duration BREAK = Duration.ofMinutes(30);

  private final Map<String, Map<Integer, Integer>> places = new HashMap<>();
  private final Map<String, Integer> sittings = new HashMap<>();

  private SittingPlaces() {}

  /** The places of all that was read, repeats included. */
  static SittingPlaces of(List<Rating> ratings) {
    Map<String, Map<Integer, Rating>> byReader = new TreeMap<>();
    for (Rating rating : ratings) {
      byReader
          .computeIfAbsent(rating.reader().value(), reader -> new TreeMap<>())
          .putIfAbsent(rating.item().position(), rating);
    }
    SittingPlaces found = new SittingPlaces();
    byReader.forEach((reader, cases) -> found.add(reader, List.copyOf(cases.values())));
    return found;
  }

  private void add(String reader, List<Rating> cases) {
    List<Rating> sorted =
        cases.stream()
            .sorted(
                Comparator.comparing((Rating r) -> r.timing().firstShown())
                    .thenComparingInt(r -> r.item().position()))
            .toList();
    Map<Integer, Integer> mine = new HashMap<>();
    Instant last = Instant.MIN;
    int place = 0;
    for (Rating each : sorted) {
      Instant shown = each.timing().firstShown();
      boolean begins = last.equals(Instant.MIN) || last.plus(BREAK).isBefore(shown);
      if (begins) {
        sittings.merge(reader, 1, Integer::sum);
      }
      place = begins ? 1 : place + 1;
      mine.put(each.item().position(), place);
      Instant submitted = each.timing().submitted();
      last = begins || submitted.isAfter(last) ? submitted : last;
    }
    places.put(reader, mine);
  }

  /** From 1; 0 for a rating that was not given. */
  int place(Rating rating) {
    return places
        .getOrDefault(rating.reader().value(), Map.of())
        .getOrDefault(rating.item().position(), 0);
  }

  /** How many sittings a reader had. */
  int sittings(String reader) {
    return sittings.getOrDefault(reader, 0);
  }
}
