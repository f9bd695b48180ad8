package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Which ratings are behind a number.
 *
 * @param question id; empty for all
 * @param readers any of them; empty for all
 * @param pie of which arm; empty for both
 * @param code which answer; empty for all
 * @param caseId of which case; empty for all
 * @param repeats whether only cases that one reader saw twice, both showings
 */
record Wanted(
    Optional<String> question,
    List<String> readers,
    Optional<Boolean> pie,
    OptionalDouble code,
    Optional<String> caseId,
    boolean repeats) {
  /** Every rating. */
  static final Wanted ALL =
      new Wanted(
          Optional.empty(),
          List.of(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          false);

  Wanted {
    readers = List.copyOf(readers);
  }

  static Wanted ofQuestion(String question) {
    return new Wanted(
        Optional.of(question),
        List.of(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        false);
  }

  static Wanted ofCase(String caseId) {
    return new Wanted(
        Optional.empty(),
        List.of(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.of(caseId),
        false);
  }

  Wanted by(String... which) {
    return new Wanted(question, List.of(which), pie, code, caseId, repeats);
  }

  Wanted inArm(boolean pies) {
    return new Wanted(question, readers, Optional.of(pies), code, caseId, repeats);
  }

  Wanted rated(double answer) {
    return new Wanted(question, readers, pie, OptionalDouble.of(answer), caseId, repeats);
  }

  Wanted twice() {
    return new Wanted(question, readers, pie, code, caseId, true);
  }

  boolean fits(AnswerRow row) {
    return question.map(q -> q.equals(row.question())).orElse(true)
        && (readers.isEmpty() || readers.contains(row.reader()))
        && pie.map(p -> p == row.pie()).orElse(true)
        && (code.isEmpty()
            || (row.code().isPresent() && row.code().getAsDouble() == code.getAsDouble()))
        && caseId.map(c -> c.equals(row.caseId())).orElse(true);
  }

  /**
   * What is wanted as the path says it.
   *
   * @param title of a question
   */
  String words(Function<String, String> title) {
    List<String> parts = new ArrayList<>();
    question.ifPresent(q -> parts.add(title.apply(q)));
    if (!readers.isEmpty()) {
      parts.add(String.join(" and ", readers));
    }
    pie.ifPresent(p -> parts.add(p ? "PIE" : "non-PIE"));
    code.ifPresent(c -> parts.add("rated " + AnswerRow.number(c)));
    caseId.ifPresent(c -> parts.add("case " + c));
    if (repeats) {
      parts.add("read twice");
    }
    return "Ratings: " + (parts.isEmpty() ? "all" : String.join(", ", parts));
  }
}
