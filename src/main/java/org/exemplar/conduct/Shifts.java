package org.exemplar.conduct;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.exemplar.problem.Problem;
import org.exemplar.study.CaseCode;

/** A table {@code case_code,shift}: by how much simulated readers find a case worse. */
public final class Shifts {
  private static final String CODE = "case_code";
  private static final String SHIFT = "shift";

  private Shifts() {}

  /**
   * Reads the table.
   *
   * @return shifts in standard deviations by case; cases without one are absent
   * @throws Problem naming file and line when a cell is not what it should be
   */
  public static Map<CaseCode, Double> read(Path file) {
    Map<CaseCode, Double> shifts = new HashMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        if (!row.getHeader().contains(CODE) || !row.getHeader().contains(SHIFT)) {
          throw new Problem(
              file + " has no columns case_code and shift: name them in the first line.");
        }
        shifts.put(code(file, row), shift(file, row));
      }
      return shifts;
    } catch (CsvParseException | UncheckedIOException | IOException e) {
      throw new Problem("Cannot read " + file + ": check that it is a CSV file.", e);
    }
  }

  private static CaseCode code(Path file, NamedCsvRecord row) {
    try {
      return new CaseCode(row.getField(CODE).strip());
    } catch (IllegalArgumentException e) {
      throw wrong(file, row, "\"" + row.getField(CODE) + "\" is not a case code", e);
    }
  }

  private static double shift(Path file, NamedCsvRecord row) {
    try {
      double shift = Double.parseDouble(row.getField(SHIFT).strip());
      if (!Double.isFinite(shift)) {
        throw new NumberFormatException("not finite");
      }
      return shift;
    } catch (NumberFormatException e) {
      throw wrong(file, row, "\"" + row.getField(SHIFT) + "\" is not a number", e);
    }
  }

  private static Problem wrong(Path file, NamedCsvRecord row, String what, Exception cause) {
    return new Problem(file + ", line " + row.getStartingLineNumber() + ": " + what + ".", cause);
  }
}
