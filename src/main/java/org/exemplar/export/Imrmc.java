package org.exemplar.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.exemplar.export.RatingSheet.SheetCase;
import org.exemplar.export.RatingSheet.SheetQuestion;
import org.exemplar.export.RatingSheet.SheetRating;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/**
 * FDA iMRMC's text file: truth 1 is PIE, each question is a modality, scores are turned so that
 * higher is more PIE-like. Two flavours, since its readers disagree about ids.
 */
final class Imrmc {
  private Imrmc() {}

  static Exported write(RatingSheet sheet, Path out) {
    sheet.requireArms("imrmc");
    List<String> rows = new ArrayList<>();
    for (SheetCase each : sheet.cases()) {
      rows.add("truth," + plain(each.id()) + ",truth," + truth(each));
    }
    for (SheetQuestion question : sheet.measuring()) {
      for (SheetRating each : sheet.counted(question.id())) {
        rows.add(
            plain(each.place().reader())
                + ","
                + plain(each.caseId())
                + ","
                + plain(question.id())
                + ","
                + Cells.number(question.score(each.value().code().orElseThrow())));
      }
    }
    WholeFile.write(out, text(sheet, sheet.cases(), sheet.measuring().size(), rows));
    return new Exported(List.of(out), sheet.withoutWords());
  }

  /** Whole numbers for readers, cases and modalities, with the map of ids beside the file. */
  static Exported writeForRjafroc(RatingSheet sheet, Path out) {
    sheet.requireArms("imrmc-rjafroc");
    WholeNumbers ids = WholeNumbers.of(sheet, "imrmc-rjafroc");
    List<String> rows = new ArrayList<>();
    for (SheetCase each : ids.cases()) {
      rows.add("-1," + ids.caseNumber(each.id()) + ",truth," + truth(each));
    }
    for (SheetQuestion question : ids.asked()) {
      for (SheetRating each : ids.ratings(question.id())) {
        rows.add(
            ids.reader(each.place().reader())
                + ","
                + ids.caseNumber(each.caseId())
                + ","
                + ids.question(question.id())
                + ","
                + Cells.number(question.score(each.value().code().orElseThrow())));
      }
    }
    Path map = WholeFile.beside(out, "_ids.csv");
    WholeFile.write(out, text(sheet, ids.cases(), ids.asked().size(), rows));
    WholeFile.write(map, ids.csv());
    return new Exported(List.of(out, map), ids.notes());
  }

  private static String text(
      RatingSheet sheet, List<SheetCase> cases, int questions, List<String> rows) {
    long positive = cases.stream().filter(each -> truth(each) == 1).count();
    StringBuilder text = new StringBuilder();
    text.append("Reader study of pruning-identified exemplars: 1 = PIE, 0 = other case\n");
    if (sheet.source().simulated()) {
      text.append("SIMULATED ratings, not from radiologists\n");
    }
    text.append("Scores: higher = more PIE-like; modality = question\n");
    text.append("N0: ").append(cases.size() - positive).append('\n');
    text.append("N1: ").append(positive).append('\n');
    text.append("NR: ").append(sheet.readers().size()).append('\n');
    text.append("NM: ").append(questions).append('\n');
    text.append("BEGIN DATA:\n");
    rows.forEach(row -> text.append(row).append('\n'));
    return text.toString();
  }

  private static int truth(SheetCase each) {
    return each.arm().equals("PIE") ? 1 : 0;
  }

  /** No blanks, no commas. */
  private static String plain(String id) {
    return id.replaceAll("[\\s,]+", "_");
  }

  /**
   * Ids as whole numbers from 1, over the questions that are asked about every case, and the cases
   * that every reader rated on every one of them.
   */
  record WholeNumbers(
      RatingSheet sheet,
      List<SheetCase> cases,
      Map<String, Integer> caseNumbers,
      Map<String, Integer> readers,
      Map<String, Integer> questions) {

    static WholeNumbers of(RatingSheet sheet, String format) {
      List<SheetQuestion> asked = asked(sheet);
      List<SheetCase> complete = sheet.complete(asked);
      if (complete.stream().map(Imrmc::truth).distinct().count() < 2) {
        throw new Problem(
            "The format "
                + format
                + " cannot hold missing ratings, and in one arm no case was rated by every reader"
                + " on every question; export imrmc or mrmcaov instead.");
      }
      return new WholeNumbers(
          sheet,
          complete,
          number(complete.stream().map(SheetCase::id).toList()),
          number(sheet.readers()),
          number(asked.stream().map(SheetQuestion::id).toList()));
    }

    private static List<SheetQuestion> asked(RatingSheet sheet) {
      return sheet.measuring().stream().filter(each -> each.form().everyCase()).toList();
    }

    List<SheetQuestion> asked() {
      return asked(sheet);
    }

    private static Map<String, Integer> number(List<String> names) {
      Map<String, Integer> numbers = new TreeMap<>();
      for (String name : names) {
        numbers.put(name, numbers.size() + 1);
      }
      return numbers;
    }

    int caseNumber(String id) {
      return caseNumbers.getOrDefault(id, 0);
    }

    int reader(String id) {
      return readers.getOrDefault(id, 0);
    }

    int question(String id) {
      return questions.getOrDefault(id, 0);
    }

    List<SheetRating> ratings(String question) {
      return sheet.counted(question).stream()
          .filter(each -> caseNumbers.containsKey(each.caseId()))
          .toList();
    }

    List<String> notes() {
      List<String> notes = new ArrayList<>(sheet.withoutWords());
      for (SheetQuestion each : sheet.measuring()) {
        if (!each.form().everyCase()) {
          notes.add(
              each.id()
                  + " was left out, since it need not be answered about every case and this format"
                  + " cannot hold missing ratings.");
        }
      }
      int left = sheet.cases().size() - cases.size();
      if (left > 0) {
        notes.add(
            left
                + " cases were left out, since not every reader rated them on every question and"
                + " this format cannot hold missing ratings.");
      }
      return notes;
    }

    String csv() {
      List<List<String>> rows = new ArrayList<>();
      caseNumbers.forEach((id, n) -> rows.add(List.of("case", id, Integer.toString(n))));
      readers.forEach((id, n) -> rows.add(List.of("reader", id, Integer.toString(n))));
      questions.forEach((id, n) -> rows.add(List.of("modality", id, Integer.toString(n))));
      return Cells.csv(List.of("kind", "id", "number"), rows);
    }
  }
}
