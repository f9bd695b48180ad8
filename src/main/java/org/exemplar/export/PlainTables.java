package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.export.RatingSheet.SheetCase;
import org.exemplar.export.RatingSheet.SheetQuestion;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.files.WholeFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tables that need nothing but text: long and wide CSV, MRMCaov's CSV, JSON. */
final class PlainTables {
  private PlainTables() {}

  static Exported longCsv(RatingSheet sheet, Path out) {
    Path codebook = companion(out, "codebook.json");
    WholeFile.write(out, Cells.csv(CanonicalTable.HEADER, new CanonicalTable(sheet).rows()));
    WholeFile.write(codebook, Codebook.of(sheet));
    if (sheet.answers().history().isEmpty()) {
      return Exported.of(out, codebook);
    }
    Path history = companion(out, "answer_history.csv");
    WholeFile.write(history, Cells.csv(HistoryTable.HEADER, HistoryTable.rows(sheet)));
    return Exported.of(out, codebook, history);
  }

  /** {@code NAME} beside {@code ratings.csv}, {@code other_NAME} beside {@code other.csv}. */
  private static Path companion(Path out, String name) {
    return out.getFileName().toString().equals("ratings.csv")
        ? out.resolveSibling(name)
        : WholeFile.beside(out, "_" + name);
  }

  static Exported wideCsv(RatingSheet sheet, Path out) {
    WholeFile.write(out, Cells.csv(wideHeader(sheet), wideRows(sheet)));
    return new Exported(List.of(out), sheet.withoutWords());
  }

  static List<String> wideHeader(RatingSheet sheet) {
    List<String> header = new ArrayList<>();
    header.add("case_id");
    if (sheet.unblinded()) {
      header.add("group");
    }
    header.add("reader_id");
    sheet.measuring().forEach(question -> header.add(question.id()));
    return header;
  }

  /**
   * One row per reader and case that the reader answered with any number; repeats left out. Of a
   * checklist, how many items are checked.
   */
  static List<List<String>> wideRows(RatingSheet sheet) {
    Map<List<String>, String> answers = new HashMap<>();
    for (SheetRating each : sheet.ratings()) {
      if (!each.place().practice() && each.place().showing() == 1) {
        String text =
            each.value().code().isPresent()
                ? Cells.number(each.value().code().getAsDouble())
                : "cannot judge";
        answers.put(List.of(each.place().reader(), each.caseId(), each.question()), text);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (String reader : sheet.readers()) {
      for (SheetCase shown : sheet.cases()) {
        List<String> values = new ArrayList<>();
        for (SheetQuestion question : sheet.measuring()) {
          values.add(answers.getOrDefault(List.of(reader, shown.id(), question.id()), ""));
        }
        if (values.stream().anyMatch(value -> !value.isEmpty())) {
          List<String> row = new ArrayList<>();
          row.add(shown.id());
          if (sheet.unblinded()) {
            row.add(shown.arm());
          }
          row.add(reader);
          row.addAll(values);
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** {@code reader,treatment,case,truth,rating}: the treatment is the question, truth 1 is PIE. */
  static Exported mrmcaov(RatingSheet sheet, Path out) {
    sheet.requireArms("mrmcaov");
    Map<String, String> truth = new HashMap<>();
    sheet.cases().forEach(each -> truth.put(each.id(), each.arm().equals("PIE") ? "1" : "0"));
    List<List<String>> rows = new ArrayList<>();
    for (SheetQuestion question : sheet.measuring()) {
      for (SheetRating each : sheet.counted(question.id())) {
        String score = Cells.number(question.score(each.value().code().orElseThrow()));
        rows.add(
            List.of(
                each.place().reader(),
                question.id(),
                each.caseId(),
                truth.getOrDefault(each.caseId(), ""),
                score));
      }
    }
    WholeFile.write(
        out, Cells.csv(List.of("reader", "treatment", "case", "truth", "rating"), rows));
    return new Exported(List.of(out), sheet.withoutWords());
  }

  static Exported json(RatingSheet sheet, Path out) {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode root = mapper.createObjectNode();
    root.put("format", "exemplar-ratings/1");
    root.put("simulated", sheet.source().simulated());
    root.set("codebook", mapper.readTree(Codebook.of(sheet)));
    fill(root.putArray("ratings"), CanonicalTable.HEADER, new CanonicalTable(sheet).rows());
    fill(root.putArray("answer_history"), HistoryTable.HEADER, HistoryTable.rows(sheet));
    WholeFile.write(out, mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    return Exported.of(out);
  }

  private static void fill(ArrayNode array, List<String> header, List<List<String>> rows) {
    for (List<String> row : rows) {
      ObjectNode node = array.addObject();
      for (int i = 0; i < row.size(); i++) {
        if (row.get(i).isEmpty()) {
          node.putNull(header.get(i));
        } else {
          node.put(header.get(i), row.get(i));
        }
      }
    }
  }
}
