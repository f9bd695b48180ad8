package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.export.RatingSheet.SheetCase;
import org.exemplar.export.RatingSheet.SheetQuestion;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.files.WholeFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * VGG Image Annotator, as in the original survey: one CSV per reader, one row per case, answers as
 * JSON keyed by the question's text. The original script takes the arm from the row number, so PIEs
 * come first where arms are known.
 */
final class Via {
  static final List<String> HEADER =
      List.of(
          "filename",
          "file_size",
          "file_attributes",
          "region_count",
          "region_id",
          "region_shape_attributes",
          "region_attributes");

  /** Texts of the original survey. */
  static final String LABEL = "Do you fully agree with the label?";

  static final String QUALITY = "How would you rate the image quality?";
  static final String DIFFICULTY =
      "How difficult would you consider it to properly diagnose this image?";

  private Via() {}

  static Exported write(RatingSheet sheet, Path folder) {
    List<Path> files = new ArrayList<>();
    for (String reader : sheet.readers()) {
      Path file = folder.resolve("CXR_" + reader.replaceAll("[^A-Za-z0-9_-]", "_") + ".csv");
      WholeFile.write(file, Cells.csv(HEADER, rows(sheet, reader)));
      files.add(file);
    }
    return new Exported(files, sheet.withoutWords());
  }

  private static List<List<String>> rows(RatingSheet sheet, String reader) {
    Map<String, Map<String, Object>> answers = new HashMap<>();
    for (SheetRating each : sheet.ratings()) {
      if (each.counts() && each.place().reader().equals(reader)) {
        SheetQuestion question = sheet.question(each.question()).orElseThrow();
        answers
            .computeIfAbsent(each.caseId(), key -> new LinkedHashMap<>())
            .put(text(question), value(question, each.value()));
      }
    }
    List<List<String>> rows = new ArrayList<>();
    sheet.cases().stream()
        .sorted(Comparator.comparing(Via::filename))
        .forEach(each ->
            rows.add(
                List.of(
                    filename(each),
                    "0",
                    JsonMapper.shared()
                        .writeValueAsString(answers.getOrDefault(each.id(), Map.of())),
                    "0",
                    "0",
                    "{}",
                    "{}")));
    return rows;
  }

  /** {@code a_pie_…} sorts before {@code b_non_…}. */
  static String filename(SheetCase each) {
    String prefix = each.pie().map(pie -> pie ? "a_pie_" : "b_non_").orElse("");
    return prefix + each.id() + ".png";
  }

  private static String text(SheetQuestion question) {
    return switch (question.id()) {
      case "label_disagreement", "label_noise", "agree_label" -> LABEL;
      case "image_quality", "quality" -> QUALITY;
      case "difficulty" -> DIFFICULTY;
      default -> question.text().isEmpty() ? question.id() : question.text();
    };
  }

  /** A radio's or a text's answer is a string, that of checkboxes an object of what is checked. */
  private static Object value(SheetQuestion question, RatingSheet.Value value) {
    double code = value.code().orElseThrow();
    if (question.form().kind() == AnswerForm.Kind.CHECKLIST) {
      Map<String, Boolean> checked = new LinkedHashMap<>();
      question.form().items().stream()
          .filter(Cells.items(value.text())::contains)
          .forEach(item -> checked.put(item, true));
      return checked;
    }
    if (question.form().kind() == AnswerForm.Kind.YES_NO) {
      return code == 1 ? "yes" : "no";
    }
    return switch (question.id()) {
      case "label_disagreement", "label_noise" -> code == 0 ? "yes" : "no";
      case "agree_label" -> code == 0 ? "no" : "yes";
      default -> Cells.number(code);
    };
  }
}
