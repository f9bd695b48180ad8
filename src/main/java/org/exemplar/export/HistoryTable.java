package org.exemplar.export;

import java.util.List;
import java.util.OptionalInt;
import org.exemplar.export.RatingSheet.SheetStep;
import org.exemplar.store.AnswerHistory.Step;

/** One row for each step of each answer: given, changed, cleared, submitted, corrected. */
final class HistoryTable {
  /** Names of the columns, in order. */
  static final List<String> HEADER =
      List.of(
          "study_id",
          "reader_id",
          "session_no",
          "position",
          "case_id",
          "repeat_of",
          "is_practice",
          "question_id",
          "step",
          "value_code",
          "value_text",
          "at_utc",
          "first_shown_utc",
          "active_ms",
          "idle_ms");

  private HistoryTable() {}

  static List<List<String>> rows(RatingSheet sheet) {
    String study = sheet.source().studyId();
    return sheet.answers().history().stream().map(each -> row(study, each)).toList();
  }

  private static List<String> row(String study, SheetStep each) {
    Step step = each.step();
    OptionalInt code = step.said().code();
    return List.of(
        study,
        step.reader().value(),
        each.sitting() == 0 ? "" : Integer.toString(each.sitting()),
        Integer.toString(step.item().position()),
        step.item().code().value(),
        step.item().repeat() ? step.item().code().value() : "",
        step.item().practice() ? "1" : "0",
        step.said().questionId(),
        step.said().kind().word(),
        code.isPresent() ? Integer.toString(code.getAsInt()) : "",
        step.said().wording(),
        step.clock().at().toString(),
        step.clock().firstShown().toString(),
        Long.toString(step.clock().activeMs()),
        Long.toString(step.clock().idleMs()));
  }
}
