package org.exemplar.app.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.exemplar.export.RatingSheet;

/**
 * One case with the ratings of one question.
 *
 * @param caseId its code
 * @param image id of the image in the comparison; empty where it is not known
 * @param pie whether it is a PIE
 * @param values by reader: the answer as a cell shows it
 * @param mean of the ratings; empty without one
 * @param agreement share of pairs of readers who rated it the same; empty below two ratings
 */
record CaseRow(
    String caseId,
    String image,
    boolean pie,
    Map<String, String> values,
    OptionalDouble mean,
    OptionalDouble agreement) {

  /** All cases of a study, by question. */
  static Map<String, List<CaseRow>> of(
      RatingSheet sheet, Answers answers, Map<String, String> images) {
    Map<String, List<CaseRow>> all = new LinkedHashMap<>();
    for (RatingSheet.SheetQuestion question : sheet.questions()) {
      Map<String, Map<String, AnswerRow>> byCase = new HashMap<>();
      for (AnswerRow row : answers.rows()) {
        if (row.question().equals(question.id()) && !row.repeat()) {
          byCase.computeIfAbsent(row.caseId(), k -> new HashMap<>()).put(row.reader(), row);
        }
      }
      List<CaseRow> rows = new ArrayList<>();
      for (RatingSheet.SheetCase each : sheet.cases()) {
        rows.add(
            of(each, byCase.getOrDefault(each.id(), Map.of()), images.getOrDefault(each.id(), "")));
      }
      all.put(question.id(), rows);
    }
    return all;
  }

  private static CaseRow of(
      RatingSheet.SheetCase shown, Map<String, AnswerRow> rated, String image) {
    Map<String, String> values = new HashMap<>();
    rated.forEach((reader, row) -> values.put(reader, row.value()));
    List<Double> codes = codes(rated.values());
    return new CaseRow(
        shown.id(),
        image,
        shown.pie().orElse(false),
        values,
        codes.stream().mapToDouble(Double::doubleValue).average(),
        agreement(codes));
  }

  private static List<Double> codes(Collection<AnswerRow> rows) {
    return rows.stream()
        .filter(r -> r.code().isPresent())
        .map(r -> r.code().getAsDouble())
        .toList();
  }

  static OptionalDouble agreement(List<Double> codes) {
    int pairs = 0;
    int same = 0;
    for (int i = 0; i < codes.size(); i++) {
      for (int j = i + 1; j < codes.size(); j++) {
        pairs++;
        same += codes.get(i).equals(codes.get(j)) ? 1 : 0;
      }
    }
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) same / pairs);
  }
}
