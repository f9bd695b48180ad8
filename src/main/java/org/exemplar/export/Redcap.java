package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.files.WholeFile;

/**
 * REDCap: one record per reader, one repeat instance of {@code case_reading} per case read; the
 * data dictionary of 18 columns lies beside the data.
 */
final class Redcap {
  static final String CANNOT_JUDGE = "99";
  static final String FORM = "case_reading";

  private static final List<String> DICTIONARY =
      List.of(
          "Variable / Field Name",
          "Form Name",
          "Section Header",
          "Field Type",
          "Field Label",
          "Choices, Calculations, OR Slider Labels",
          "Field Note",
          "Text Validation Type OR Show Slider Number",
          "Text Validation Min",
          "Text Validation Max",
          "Identifier?",
          "Branching Logic (Show field only if...)",
          "Required Field?",
          "Custom Alignment",
          "Question Number (surveys only)",
          "Matrix Group Name",
          "Matrix Ranking?",
          "Field Annotation");

  private Redcap() {}

  static Exported write(RatingSheet sheet, Path out) {
    Path dictionary = WholeFile.beside(out, "_dictionary.csv");
    WholeFile.write(dictionary, Cells.csv(DICTIONARY, fields(sheet)));
    WholeFile.write(out, Cells.csv(header(sheet), rows(sheet)));
    return Exported.of(out, dictionary);
  }

  private static List<List<String>> fields(RatingSheet sheet) {
    List<List<String>> fields = new ArrayList<>();
    fields.add(field("record_id", "reader", "text", "Reader", ""));
    fields.add(field("case_id", FORM, "text", "Case code", ""));
    if (sheet.unblinded()) {
      fields.add(field("arm", FORM, "text", "Arm (known since unblinding)", ""));
    }
    fields.add(field("is_practice", FORM, "yesno", "Practice case", ""));
    fields.add(field("showing", FORM, "text", "1 = first time, 2 = repeat", ""));
    sheet.questions().forEach(question -> fields.addAll(RedcapField.of(question).dictionary()));
    return fields;
  }

  static List<String> field(String name, String form, String type, String label, String choices) {
    List<String> cells = new ArrayList<>(List.of(name, form, "", type, label, choices));
    while (cells.size() < DICTIONARY.size()) {
      cells.add("");
    }
    return cells;
  }

  private static List<String> header(RatingSheet sheet) {
    List<String> header =
        new ArrayList<>(
            List.of("record_id", "redcap_repeat_instrument", "redcap_repeat_instance", "case_id"));
    if (sheet.unblinded()) {
      header.add("arm");
    }
    header.addAll(List.of("is_practice", "showing"));
    sheet.questions().forEach(question -> header.addAll(RedcapField.of(question).columns()));
    header.add(FORM + "_complete");
    return header;
  }

  /** One case read by one reader. */
  private record Reading(String reader, String caseId, int showing, boolean practice) {}

  private static List<List<String>> rows(RatingSheet sheet) {
    Map<Reading, Map<String, RatingSheet.Value>> readings = new LinkedHashMap<>();
    for (SheetRating each : sheet.ratings()) {
      Reading reading =
          new Reading(
              each.place().reader(),
              each.caseId(),
              each.place().showing(),
              each.place().practice());
      readings
          .computeIfAbsent(reading, key -> new LinkedHashMap<>())
          .put(each.question(), each.value());
    }
    Map<String, String> arms =
        sheet.cases().stream()
            .collect(Collectors.toMap(RatingSheet.SheetCase::id, RatingSheet.SheetCase::arm));
    Map<String, Integer> instances = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    readings.forEach((reading, answers) -> {
      int instance = instances.merge(reading.reader(), 1, Integer::sum);
      List<String> row =
          new ArrayList<>(
              List.of(reading.reader(), FORM, Integer.toString(instance), reading.caseId()));
      if (sheet.unblinded()) {
        row.add(arms.getOrDefault(reading.caseId(), ""));
      }
      row.add(reading.practice() ? "1" : "0");
      row.add(Integer.toString(reading.showing()));
      sheet.questions().forEach(q -> row.addAll(RedcapField.of(q).cells(answers.get(q.id()))));
      boolean complete =
          sheet.questions().stream()
              .allMatch(q -> answers.containsKey(q.id()) || !q.form().everyCase());
      row.add(complete ? "2" : "0");
      rows.add(row);
    });
    return rows;
  }
}
