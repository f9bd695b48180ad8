package org.exemplar.export;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.exemplar.files.WholeFile;

/**
 * The answers in one row of a REDCap export, with the types of the data dictionary where that lies
 * beside it. Without a dictionary a column holds codes, 99 of which is "cannot judge".
 */
final class RedcapAnswers {
  private static final String JUDGED_NOT = "cannot judge";

  private RedcapAnswers() {}

  /** Field name → type, from the dictionary beside the data; empty when there is none. */
  static Map<String, String> types(Path data) {
    Path dictionary = WholeFile.beside(data, "_dictionary.csv");
    Map<String, String> types = new HashMap<>();
    if (Files.isRegularFile(dictionary)) {
      for (NamedCsvRecord row : CsvSource.rows(dictionary, "Variable / Field Name", "Field Type")) {
        types.put(CsvSource.cell(row, "Variable / Field Name"), CsvSource.cell(row, "Field Type"));
      }
    }
    return types;
  }

  /**
   * Question → number, {@code cannot judge}, or empty. A checklist gives how many are checked;
   * notes are words and give nothing.
   *
   * @param keys columns that are no questions
   */
  static Map<String, String> of(NamedCsvRecord row, Map<String, String> types, Set<String> keys) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String column : row.getHeader()) {
      String cell = CsvSource.cell(row, column);
      int choice = column.indexOf(RedcapField.CHOICE);
      if (keys.contains(column) || column.endsWith("_complete")) {
        continue;
      }
      if (choice > 0) {
        checked(
            answers,
            column.substring(0, choice),
            column.substring(choice + RedcapField.CHOICE.length()),
            cell);
      } else if (column.endsWith(RedcapField.CANNOT_JUDGE_FIELD)) {
        String question =
            column.substring(0, column.length() - RedcapField.CANNOT_JUDGE_FIELD.length());
        if (cell.equals("1") && !isNotes(types, question)) {
          answers.put(question, JUDGED_NOT);
        }
      } else if (!isNotes(types, column)) {
        boolean slider = types.getOrDefault(column, "").equals("slider");
        answers.put(column, cell.equals(Redcap.CANNOT_JUDGE) && !slider ? JUDGED_NOT : cell);
      }
    }
    return answers;
  }

  private static boolean isNotes(Map<String, String> types, String question) {
    return types.getOrDefault(question, "").equals("notes");
  }

  private static void checked(
      Map<String, String> answers, String question, String choice, String cell) {
    if (!cell.equals("1")) {
      answers.putIfAbsent(question, "");
    } else if (choice.equals(Redcap.CANNOT_JUDGE)) {
      answers.put(question, JUDGED_NOT);
    } else if (choice.equals("0")) {
      answers.put(question, "0");
    } else {
      String before = answers.getOrDefault(question, "");
      int count = before.isEmpty() ? 0 : Integer.parseInt(before);
      answers.put(question, Integer.toString(count + 1));
    }
  }
}
