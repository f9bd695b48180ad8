package org.exemplar.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.exemplar.blinding.Arm;
import org.exemplar.problem.Problem;

/**
 * The ratings of a study with the arm of every case: what the results are computed from. Readers
 * and cases without any rating belong to it too, so that what is missing can be counted. Immutable.
 */
public final class ArmedRatings {
  private final List<String> readers;
  private final Map<String, Arm> arms;
  private final List<String> questions;
  private final Map<String, List<RatingRow>> byQuestion;

  /**
   * Joins ratings with arms.
   *
   * @param readers all readers of the study; sorted naturally here
   * @param arms the arm of every case of the study
   * @param questions in the order of the protocol
   * @param rows answers; repeats and practice cases are left out before
   * @throws Problem if a reader answered one question about one case twice
   * @throws IllegalArgumentException if a row names a reader, case or question that is not listed
   */
  public ArmedRatings(
      Collection<String> readers,
      Map<String, Arm> arms,
      List<String> questions,
      List<RatingRow> rows) {
    List<String> sorted = new ArrayList<>(Set.copyOf(readers));
    sorted.sort(NaturalOrder.INSTANCE);
    this.readers = List.copyOf(sorted);
    Map<String, Arm> sortedArms = new TreeMap<>(NaturalOrder.INSTANCE);
    sortedArms.putAll(arms);
    this.arms = Collections.unmodifiableMap(sortedArms);
    this.questions = List.copyOf(questions);
    Map<String, List<RatingRow>> grouped = new LinkedHashMap<>();
    questions.forEach(question -> grouped.put(question, new ArrayList<>()));
    Set<String> known = Set.copyOf(readers);
    Set<List<String>> seen = new HashSet<>();
    for (RatingRow row : rows) {
      List<RatingRow> group = grouped.get(row.question());
      if (group == null || !known.contains(row.reader()) || !arms.containsKey(row.caseId())) {
        throw new IllegalArgumentException("a rating of something not listed: " + row);
      }
      if (!seen.add(List.of(row.reader(), row.caseId(), row.question()))) {
        throw new Problem(
            "Reader %s answered question %s about case %s twice; keep one of the two ratings."
                .formatted(row.reader(), row.question(), row.caseId()));
      }
      group.add(row);
    }
    grouped.replaceAll((question, group) -> List.copyOf(group));
    this.byQuestion = Collections.unmodifiableMap(grouped);
  }

  /** Reader ids in natural order. */
  public List<String> readers() {
    return readers;
  }

  /** The arm of every case, in natural order of the case ids. */
  public Map<String, Arm> arms() {
    return arms;
  }

  /** Question ids in the order of the protocol. */
  public List<String> questions() {
    return questions;
  }

  /** The answers to a question. */
  public List<RatingRow> answers(String question) {
    return byQuestion.getOrDefault(question, List.of());
  }

  /** How many cases are in an arm. */
  public int cases(Arm arm) {
    return Collections.frequency(arms.values(), arm);
  }
}
