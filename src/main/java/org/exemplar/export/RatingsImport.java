package org.exemplar.export;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exemplar.export.ImportedRatings.Row;
import org.exemplar.problem.Problem;

/** Reads ratings that other programs wrote, and joins them with their arms. */
public final class RatingsImport {
  private static final Set<String> WIDE_KEYS = Set.of("case_id", "group", "arm", "reader_id");
  private static final Set<String> REDCAP_KEYS =
      Set.of(
          "record_id",
          "redcap_repeat_instrument",
          "redcap_repeat_instance",
          "case_id",
          "arm",
          "is_practice",
          "showing");

  private final List<Row> rows = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<List<String>, String> answers = new HashMap<>();

  private RatingsImport() {}

  /**
   * Reads files.
   *
   * @param arms a table {@code filename,arm} or {@code case_id,arm}; needed where the files do not
   *     say the arm
   * @throws Problem naming file and line of what cannot be used
   */
  public static ImportedRatings read(ImportFormat format, List<Path> files, Optional<Path> arms) {
    if (files.isEmpty()) {
      throw new Problem("Give at least one file to import.");
    }
    RatingsImport reading = new RatingsImport();
    switch (format) {
      case VIA -> new ViaSource(files).read(reading);
      case REDCAP -> files.forEach(reading::redcap);
      case LONG -> files.forEach(reading::longTable);
      case WIDE -> files.forEach(reading::wideTable);
    }
    if (reading.rows.isEmpty()) {
      throw new Problem(files.getFirst() + " holds no ratings.");
    }
    return new ImportedRatings(ArmTable.join(reading.rows, arms), reading.notes);
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  /**
   * Takes an answer. The same answer given twice counts once; another one is refused.
   *
   * @param place file and line, for messages
   */
  void add(Row row, String place) {
    if (row.value().isEmpty()) {
      return;
    }
    List<String> key = List.of(row.reader(), row.caseId(), row.question());
    String before = answers.putIfAbsent(key, row.value());
    if (before == null) {
      rows.add(row);
    } else if (!before.equals(row.value())) {
      throw new Problem(
          place
              + ": reader "
              + row.reader()
              + " answers "
              + row.question()
              + " of "
              + row.caseId()
              + " with "
              + row.value()
              + " here and "
              + before
              + " before; keep one of the two.");
    }
  }

  private void longTable(Path file) {
    List<NamedCsvRecord> table = CsvSource.rows(file, "reader_id", "case_id");
    boolean own = table.getFirst().getHeader().contains("question_id");
    CsvSource.rows(file, own ? "value_code" : "question", own ? "value_text" : "value");
    for (NamedCsvRecord row : table) {
      boolean repeat = own && !CsvSource.cell(row, "repeat_of").isEmpty();
      boolean practice = own && CsvSource.cell(row, "is_practice").equals("1");
      boolean words = own && CsvSource.cell(row, "value_kind").equals("text");
      if (repeat || practice || words) {
        continue;
      }
      String code = CsvSource.cell(row, own ? "value_code" : "value");
      boolean answered = own && code.isEmpty();
      add(
          file,
          row,
          CsvSource.cell(row, own ? "question_id" : "question"),
          answered ? "cannot judge" : code);
    }
  }

  private void wideTable(Path file) {
    for (NamedCsvRecord row : CsvSource.rows(file, "case_id", "reader_id")) {
      for (String question : row.getHeader()) {
        if (!WIDE_KEYS.contains(question)) {
          add(file, row, question, CsvSource.cell(row, question));
        }
      }
    }
  }

  private void add(Path file, NamedCsvRecord row, String question, String value) {
    String reader = required(file, row, "reader_id");
    String arm = row.getHeader().contains("arm") ? "arm" : "group";
    String given = CsvSource.cell(row, arm);
    add(
        new Row(
            reader,
            required(file, row, "case_id"),
            given.isEmpty() ? "" : ArmTable.arm(file, row, given),
            question,
            number(file, row, question, value)),
        file + ", line " + row.getStartingLineNumber());
  }

  private void redcap(Path file) {
    Map<String, String> types = RedcapAnswers.types(file);
    for (NamedCsvRecord row : CsvSource.rows(file, "record_id", "case_id")) {
      boolean study =
          !CsvSource.cell(row, "is_practice").equals("1")
              && !CsvSource.cell(row, "showing").equals("2");
      if (study) {
        RedcapAnswers.of(row, types, REDCAP_KEYS)
            .forEach((question, code) -> redcap(file, row, question, code));
      }
    }
  }

  private void redcap(Path file, NamedCsvRecord row, String question, String code) {
    String given = CsvSource.cell(row, "arm");
    add(
        new Row(
            required(file, row, "record_id"),
            required(file, row, "case_id"),
            given.isEmpty() ? "" : ArmTable.arm(file, row, given),
            question,
            number(file, row, question, code)),
        file + ", line " + row.getStartingLineNumber());
  }

  private static String required(Path file, NamedCsvRecord row, String column) {
    String value = CsvSource.cell(row, column);
    if (value.isEmpty()) {
      throw CsvSource.problem(file, row, column + " is empty");
    }
    return value;
  }

  /** A number, "cannot judge", or empty for a missing answer. */
  private static String number(Path file, NamedCsvRecord row, String question, String value) {
    String plain = value.strip();
    if (plain.isEmpty() || plain.equalsIgnoreCase("NA")) {
      return "";
    }
    if (plain.replace('_', ' ').equalsIgnoreCase("cannot judge")) {
      return "cannot judge";
    }
    try {
      if (Double.isFinite(Double.parseDouble(plain))) {
        return Cells.number(Double.parseDouble(plain));
      }
    } catch (NumberFormatException e) {
      throw CsvSource.problem(
          file, row, "the value of " + question + " is \"" + value + "\", which is no number");
    }
    throw CsvSource.problem(
        file, row, "the value of " + question + " is \"" + value + "\", which is no number");
  }
}
