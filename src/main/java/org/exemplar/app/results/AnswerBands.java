package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exemplar.analysis.Results;

/**
 * How the answers of one arm are spread over a scale, from the less to the more PIE-like end.
 *
 * @param shares of each point, together 1; all 0 without an answer
 * @param answers how many
 */
record AnswerBands(List<Double> shares, int answers) {
  private static final int USUAL_POINTS = 5;

  AnswerBands {
    shares = List.copyOf(shares);
  }

  /**
   * Counts in the order of the scale's points.
   *
   * @param codes all points, see {@link #codes}
   */
  static AnswerBands of(
      Results.Descriptives arm, List<Integer> codes, Results.Direction direction) {
    List<Double> shares = new ArrayList<>();
    int all = arm.counts().values().stream().mapToInt(Integer::intValue).sum();
    for (int code : direction == Results.Direction.HIGHER_IS_PIE ? codes : codes.reversed()) {
      int count =
          arm.counts().entrySet().stream()
              .filter(e -> Double.parseDouble(e.getKey()) == code)
              .mapToInt(Map.Entry::getValue)
              .sum();
      shares.add(all == 0 ? 0 : (double) count / all);
    }
    return new AnswerBands(shares, all);
  }

  /** The points of a scale: 0 and 1 for agreement, else 1 to 5 or as many as were used. */
  static List<Integer> codes(Iterable<Results.Descriptives> arms) {
    int highest = 0;
    boolean zero = false;
    for (Results.Descriptives arm : arms) {
      for (String code : arm.counts().keySet()) {
        highest = Math.max(highest, (int) Double.parseDouble(code));
        zero |= Double.parseDouble(code) == 0;
      }
    }
    if (zero || highest <= 1) {
      return List.of(0, 1);
    }
    List<Integer> codes = new ArrayList<>();
    for (int code = 1; code <= Math.max(USUAL_POINTS, highest); code++) {
      codes.add(code);
    }
    return codes;
  }

  /** The share left of the middle of the scale; a middle point counts half. */
  double left() {
    double sum = 0;
    for (int i = 0; i < shares.size() / 2; i++) {
      sum += shares.get(i);
    }
    return shares.size() % 2 == 1 ? sum + shares.get(shares.size() / 2) / 2 : sum;
  }

  /** The share right of the middle. */
  double right() {
    return answers == 0 ? 0 : 1 - left();
  }
}
