package org.exemplar.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.files.FieldSeparator;
import org.exemplar.problem.Problem;

/** A CSV file of somebody else, with its header. */
final class CsvSource {
  private CsvSource() {}

  /**
   * All rows.
   *
   * @throws Problem if the file cannot be read, is no table, has no rows, or lacks a column
   */
  static List<NamedCsvRecord> rows(Path file, String... needed) {
    List<NamedCsvRecord> rows = new ArrayList<>();
    try {
      String text = Files.readString(file);
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      try (CsvReader<NamedCsvRecord> csv =
          CsvReader.builder().fieldSeparator(FieldSeparator.of(plain)).ofNamedCsvRecord(plain)) {
        csv.forEach(rows::add);
      }
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw new Problem(
          file + " cannot be read as CSV; check that it is there, UTF-8 and comma-separated.", e);
    }
    if (rows.isEmpty()) {
      throw new Problem(file + " has no rows below its header.");
    }
    for (String column : needed) {
      if (!rows.getFirst().getHeader().contains(column)) {
        throw new Problem(
            file
                + " has no column "
                + column
                + "; it has "
                + String.join(", ", rows.getFirst().getHeader())
                + ".");
      }
    }
    return rows;
  }

  /** A cell without blanks around it; empty where the row is short. */
  static String cell(NamedCsvRecord row, String column) {
    return row.findField(column).orElse("").strip();
  }

  /** Names file and line of what cannot be used. */
  static Problem problem(Path file, NamedCsvRecord row, String what) {
    return new Problem(file + ", line " + row.getStartingLineNumber() + ": " + what + ".");
  }
}
