package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exemplar.files.WholeFile;

/** The ratings as a workbook for people: long table, wide table, questions, history. */
final class RatingWorkbook {
  private static final Set<String> NUMBERS =
      Set.of(
          "session_no",
          "position",
          "is_practice",
          "value_code",
          "value_score",
          "active_ms",
          "idle_ms",
          "swap_ms",
          "n_changes",
          "window_center",
          "window_width",
          "inverted",
          "zoom",
          "display_check");

  private RatingWorkbook() {}

  static Exported write(RatingSheet sheet, Path out) {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put("ratings", table(CanonicalTable.HEADER, new CanonicalTable(sheet).rows()));
    sheets.put("wide", wide(sheet));
    sheets.put("questions", questions(sheet));
    if (!sheet.answers().history().isEmpty()) {
      sheets.put("answer_history", table(HistoryTable.HEADER, HistoryTable.rows(sheet)));
    }
    WholeFile.write(out, Workbooks.of(sheets));
    return Exported.of(out);
  }

  private static List<List<Object>> table(List<String> header, List<List<String>> texts) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.copyOf(header));
    for (List<String> row : texts) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        boolean number = NUMBERS.contains(header.get(i));
        cells.add(number ? Workbooks.numeric(row.get(i)) : row.get(i));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static List<List<Object>> wide(RatingSheet sheet) {
    List<List<Object>> rows = new ArrayList<>();
    List<String> header = PlainTables.wideHeader(sheet);
    rows.add(List.copyOf(header));
    int first = header.size() - sheet.measuring().size();
    for (List<String> row : PlainTables.wideRows(sheet)) {
      List<Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(i < first ? row.get(i) : Workbooks.numeric(row.get(i)));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static List<List<Object>> questions(RatingSheet sheet) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("question_id", "text", "answers", "asked", "more_pie_like", "code", "words"));
    for (RatingSheet.SheetQuestion question : sheet.questions()) {
      AnswerForm form = question.form();
      Map<Object, String> words = new LinkedHashMap<>(form.points());
      for (int i = 0; i < form.items().size(); i++) {
        words.put("item " + (i + 1), form.items().get(i));
      }
      if (words.isEmpty()) {
        words.put("", "");
      }
      words.forEach((code, said) ->
          rows.add(
              List.of(
                  question.id(),
                  question.text(),
                  form.kind().word(),
                  form.when(),
                  question.measures() ? question.orientation().word() : "",
                  code,
                  said)));
    }
    return rows;
  }
}
