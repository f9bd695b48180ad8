package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exemplar.export.RatingSheet;

/** All answers of a study with their arms, practice apart. Immutable. */
final class Answers {
  private final List<AnswerRow> rows;
  private final Set<List<String>> twice = new HashSet<>();

  private Answers(List<AnswerRow> rows) {
    this.rows = List.copyOf(rows);
    for (AnswerRow row : rows) {
      if (row.repeat()) {
        twice.add(List.of(row.reader(), row.caseId()));
      }
    }
  }

  static Answers of(RatingSheet sheet) {
    Map<String, Boolean> arms = new HashMap<>();
    sheet.cases().forEach(each -> each.pie().ifPresent(pie -> arms.put(each.id(), pie)));
    List<AnswerRow> rows = new ArrayList<>();
    for (RatingSheet.SheetRating rating : sheet.ratings()) {
      Boolean pie = arms.get(rating.caseId());
      if (!rating.place().practice() && pie != null) {
        rows.add(AnswerRow.of(rating, pie));
      }
    }
    return new Answers(rows);
  }

  List<AnswerRow> rows() {
    return rows;
  }

  /** First showings with a code: what the planned results are computed from. */
  List<AnswerRow> counted() {
    return rows.stream().filter(r -> !r.repeat() && r.code().isPresent()).toList();
  }

  /** The ratings behind a number: first showings, unless both are wanted. */
  List<AnswerRow> of(Wanted wanted) {
    return rows.stream()
        .filter(wanted::fits)
        .filter(r ->
            wanted.repeats()
                ? twice.contains(List.of(r.reader(), r.caseId()))
                : !r.repeat() || wanted.caseId().isPresent())
        .toList();
  }
}
