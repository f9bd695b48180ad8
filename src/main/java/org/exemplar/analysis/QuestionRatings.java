package org.exemplar.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.exemplar.blinding.Arm;
import org.exemplar.stats.mrmc.RatingTable;
import org.exemplar.stats.mrmc.Strata;

/**
 * The answers to one question as a table of the readers and cases that have any, in natural order.
 */
final class QuestionRatings {
  private final List<String> readers;
  private final List<String> cases;
  private final boolean[] pie;
  private final double[][] values;
  private final int cannotJudge;

  QuestionRatings(ArmedRatings ratings, String question) {
    List<RatingRow> rated =
        ratings.answers(question).stream().filter(row -> row.value().isPresent()).toList();
    Set<String> ratedReaders = new LinkedHashSet<>();
    Set<String> ratedCases = new LinkedHashSet<>();
    for (RatingRow row : rated) {
      ratedReaders.add(row.reader());
      ratedCases.add(row.caseId());
    }
    readers = ratings.readers().stream().filter(ratedReaders::contains).toList();
    cases = ratings.arms().keySet().stream().filter(ratedCases::contains).toList();
    cannotJudge = ratings.answers(question).size() - rated.size();
    pie = new boolean[cases.size()];
    for (int c = 0; c < pie.length; c++) {
      pie[c] = ratings.arms().get(cases.get(c)) == Arm.PIE;
    }
    values = new double[readers.size()][cases.size()];
    Arrays.stream(values).forEach(row -> Arrays.fill(row, Double.NaN));
    Map<String, Integer> readerIndex = index(readers);
    Map<String, Integer> caseIndex = index(cases);
    for (RatingRow row : rated) {
      values[readerIndex.getOrDefault(row.reader(), 0)][caseIndex.getOrDefault(row.caseId(), 0)] =
          row.value().orElseThrow();
    }
  }

  private static Map<String, Integer> index(List<String> names) {
    Map<String, Integer> index = new HashMap<>();
    IntStream.range(0, names.size()).forEach(i -> index.put(names.get(i), i));
    return index;
  }

  /** Readers with any rating. */
  List<String> readers() {
    return readers;
  }

  /** Cases with any rating. */
  List<String> cases() {
    return cases;
  }

  /** How many answers are "cannot judge". */
  int cannotJudge() {
    return cannotJudge;
  }

  /** Reader by case, as given, NaN where missing; a copy. */
  double[][] values() {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
  }

  /** The ratings times {@code sign}, PIEs positive. */
  RatingTable table(int sign) {
    double[][] scores =
        Arrays.stream(values)
            .map(row -> Arrays.stream(row).map(value -> sign * value).toArray())
            .toArray(double[][]::new);
    return new RatingTable(pie, scores);
  }

  /** The matching strata of the cases; a case without one is in a stratum of such cases. */
  Strata strata(Map<String, String> byCase) {
    return byCase.isEmpty()
        ? Strata.none(cases.size())
        : Strata.by(cases.stream().map(each -> byCase.getOrDefault(each, "")).toList());
  }
}
