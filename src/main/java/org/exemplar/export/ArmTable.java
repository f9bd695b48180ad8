package org.exemplar.export;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.exemplar.export.ImportedRatings.Row;
import org.exemplar.problem.Problem;

/** Which case stands in which arm, from a table with names; never from a row number. */
final class ArmTable {
  private ArmTable() {}

  /**
   * Gives every rating its arm: from {@code arms} where given, else from the ratings themselves.
   *
   * @param arms {@code filename,arm} or {@code case_id,arm}
   * @throws Problem if a case has no arm or two
   */
  static List<Row> join(List<Row> rows, Optional<Path> arms) {
    Map<String, String> byCase = arms.map(ArmTable::read).orElseGet(Map::of);
    Map<String, String> seen = new HashMap<>();
    List<Row> joined = new ArrayList<>(rows.size());
    for (Row row : rows) {
      String arm = arms.isPresent() ? byCase.getOrDefault(row.caseId(), "") : row.arm();
      if (arm.isEmpty()) {
        throw new Problem(
            arms.map(file -> file + " does not say the arm of " + row.caseId() + "; add its row.")
                .orElse(
                    "The ratings do not say the arm of "
                        + row.caseId()
                        + "; give --arms with a table of case_id,arm or filename,arm."));
      }
      String before = seen.putIfAbsent(row.caseId(), arm);
      if (before != null && !before.equals(arm)) {
        throw new Problem(
            "Case " + row.caseId() + " is " + before + " in one row and " + arm + " in another.");
      }
      joined.add(row.withArm(arm));
    }
    return joined;
  }

  private static Map<String, String> read(Path file) {
    List<NamedCsvRecord> rows = CsvSource.rows(file, "arm");
    List<String> header = rows.getFirst().getHeader();
    String key = header.contains("case_id") ? "case_id" : "filename";
    CsvSource.rows(file, key);
    Map<String, String> arms = new HashMap<>();
    for (NamedCsvRecord row : rows) {
      String arm = arm(file, row, CsvSource.cell(row, "arm"));
      String name = CsvSource.cell(row, key);
      String before = arms.put(name, arm);
      if (before != null && !before.equals(arm)) {
        throw CsvSource.problem(file, row, name + " is " + arm + " here and " + before + " before");
      }
    }
    return arms;
  }

  /** {@code PIE} or {@code NON_PIE}, however it is written. */
  static String arm(Path file, NamedCsvRecord row, String text) {
    String arm = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    if (!arm.equals("PIE") && !arm.equals("NON_PIE")) {
      throw CsvSource.problem(file, row, "the arm is \"" + text + "\"; it must be PIE or NON_PIE");
    }
    return arm;
  }
}
