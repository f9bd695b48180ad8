package org.exemplar.app.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.exemplar.study.Question;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;

/** Looks for readers who hurry or answer in a straight line. */
final class QualityChecks {
  private static final int FEWEST_CASES = 8;
  private static final int LONG_RUN = 9;
  private static final double FAST = 0.5;

  private QualityChecks() {}

  /**
   * A reader whose median is below half of the other readers' median.
   *
   * @param medians seconds by reader, of readers with enough cases
   */
  static List<QualityFlag> pace(ReaderId reader, Map<ReaderId, Double> medians) {
    Double own = medians.get(reader);
    double[] others =
        medians.entrySet().stream()
            .filter(e -> !e.getKey().equals(reader))
            .mapToDouble(Map.Entry::getValue)
            .sorted()
            .toArray();
    if (own == null || others.length < 2 || own >= FAST * middle(others)) {
      return List.of();
    }
    return List.of(
        new QualityFlag(
            QualityFlag.Kind.TOO_FAST,
            reader + " is too fast",
            String.format(
                Locale.ROOT,
                "Median %.0f s a case; the other readers %.0f to %.0f s.",
                own,
                others[0],
                others[others.length - 1])));
  }

  /** The same answer to a scale question in nine cases in a row of the reader's own order. */
  static List<QualityFlag> straightLines(
      ReaderId reader, List<Question> questions, List<Rating> ratings) {
    List<QualityFlag> flags = new ArrayList<>();
    for (Question question : questions) {
      if (question instanceof Question.Scale) {
        List<String> answers =
            ratings.stream()
                .filter(r -> r.rated().questionId().equals(question.id()))
                .sorted(Comparator.comparingInt(r -> r.item().position()))
                .map(r -> r.rated().answer().wording())
                .toList();
        int run = longestRun(answers);
        if (run >= LONG_RUN) {
          flags.add(
              new QualityFlag(
                  QualityFlag.Kind.STRAIGHT_LINE,
                  reader + " answers in a straight line",
                  "“"
                      + question.wording().title()
                      + "” is the same in "
                      + run
                      + " cases in a row."));
        }
      }
    }
    return flags;
  }

  static int longestRun(List<String> answers) {
    int longest = 0;
    int run = 0;
    String before = null;
    for (String answer : answers) {
      run = answer.equals(before) ? run + 1 : 1;
      longest = Math.max(longest, run);
      before = answer;
    }
    return longest;
  }

  /** Median seconds of readers with at least eight cases. */
  static Map<ReaderId, Double> medians(Map<ReaderId, List<Double>> seconds) {
    return seconds.entrySet().stream()
        .filter(e -> e.getValue().size() >= FEWEST_CASES)
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> median(e.getValue()).orElse(0), (a, b) -> a, TreeMap::new));
  }

  static OptionalDouble median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(middle(sorted));
  }

  private static double middle(double[] sorted) {
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
