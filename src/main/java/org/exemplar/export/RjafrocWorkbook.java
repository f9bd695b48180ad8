package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.exemplar.export.RatingSheet.SheetCase;
import org.exemplar.export.RatingSheet.SheetQuestion;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.files.WholeFile;

/**
 * RJafroc's workbook for an ROC study: sheets {@code TRUTH}, {@code FP} and {@code TP}, whole
 * numbers as ids, nothing missing; the map of ids lies beside it.
 */
final class RjafrocWorkbook {
  private RjafrocWorkbook() {}

  static Exported write(RatingSheet sheet, Path out) {
    sheet.requireArms("rjafroc");
    Imrmc.WholeNumbers ids = Imrmc.WholeNumbers.of(sheet, "rjafroc");
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put("TRUTH", truth(ids));
    sheets.put("FP", ratings(ids, false));
    sheets.put("TP", ratings(ids, true));
    Path map = WholeFile.beside(out, "_ids.csv");
    WholeFile.write(out, Workbooks.of(sheets));
    WholeFile.write(map, ids.csv());
    return new Exported(List.of(out, map), ids.notes());
  }

  private static List<List<Object>> truth(Imrmc.WholeNumbers ids) {
    String readers = all(ids.readers());
    String modalities = all(ids.questions());
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("CaseID", "LesionID", "Weight", "ReaderID", "ModalityID", "Paradigm"));
    for (SheetCase each : ids.cases()) {
      int lesion = pie(each) ? 1 : 0;
      String paradigm = rows.size() == 1 ? "ROC" : rows.size() == 2 ? "FCTRL" : "";
      rows.add(List.of(ids.caseNumber(each.id()), lesion, lesion, readers, modalities, paradigm));
    }
    return rows;
  }

  private static String all(Map<String, Integer> numbers) {
    return numbers.values().stream()
        .sorted()
        .map(number -> Integer.toString(number))
        .collect(Collectors.joining(","));
  }

  private static List<List<Object>> ratings(Imrmc.WholeNumbers ids, boolean positive) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        positive
            ? List.of("ReaderID", "ModalityID", "CaseID", "LesionID", "TP_Rating")
            : List.of("ReaderID", "ModalityID", "CaseID", "FP_Rating"));
    Map<String, Boolean> arms =
        ids.cases().stream().collect(Collectors.toMap(SheetCase::id, RjafrocWorkbook::pie));
    for (SheetQuestion question : ids.asked()) {
      for (SheetRating each : ids.ratings(question.id())) {
        if (arms.getOrDefault(each.caseId(), false) == positive) {
          List<Object> row = new ArrayList<>();
          row.add(ids.reader(each.place().reader()));
          row.add(ids.question(question.id()));
          row.add(ids.caseNumber(each.caseId()));
          if (positive) {
            row.add(1);
          }
          row.add(question.score(each.value().code().orElseThrow()));
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static boolean pie(SheetCase each) {
    return each.arm().equals("PIE");
  }
}
