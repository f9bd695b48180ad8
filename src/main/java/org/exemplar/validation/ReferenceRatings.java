package org.exemplar.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.exemplar.stats.mrmc.RatingTable;

/** One question of a reference rating table; readers and cases ascend by name. */
final class ReferenceRatings {
  private final Map<String, Boolean> cases = new TreeMap<>();
  private final Map<String, Map<String, Double>> values = new TreeMap<>();

  private ReferenceRatings() {}

  /** From a table {@code reader_id,case_id,arm,question,value}. */
  static ReferenceRatings ofLong(List<String[]> rows, String question) {
    ReferenceRatings ratings = new ReferenceRatings();
    for (String[] row : rows) {
      ratings.cases.put(row[1], row[2].equals("PIE"));
      if (row[3].equals(question)) {
        ratings.put(row[0], row[1], row[4]);
      }
    }
    return ratings;
  }

  /** From a table {@code case_id,group,reader_id} and one column per question. */
  static ReferenceRatings ofWide(List<String[]> rows, int column) {
    ReferenceRatings ratings = new ReferenceRatings();
    for (String[] row : rows) {
      ratings.cases.put(row[0], row[1].equals("PIE"));
      ratings.put(row[2], row[0], row[column]);
    }
    return ratings;
  }

  private void put(String reader, String caseId, String cell) {
    Map<String, Double> mine = values.computeIfAbsent(reader, r -> new TreeMap<>());
    if (!cell.isEmpty()) {
      mine.put(caseId, Double.valueOf(cell));
    }
  }

  /** Names of the readers, in the order of the rows. */
  List<String> readers() {
    return List.copyOf(new TreeSet<>(values.keySet()));
  }

  /** Reader by case, times {@code sign}; NaN where missing. */
  double[][] scores(int sign) {
    List<String> ids = List.copyOf(cases.keySet());
    double[][] scores = new double[values.size()][ids.size()];
    int row = 0;
    for (Map<String, Double> mine : values.values()) {
      Arrays.setAll(scores[row++], c -> sign * mine.getOrDefault(ids.get(c), Double.NaN));
    }
    return scores;
  }

  /** The values times {@code sign}, PIEs being the positive cases. */
  RatingTable table(int sign) {
    boolean[] positive = new boolean[cases.size()];
    int at = 0;
    for (boolean pie : cases.values()) {
      positive[at++] = pie;
    }
    return new RatingTable(positive, scores(sign));
  }
}
