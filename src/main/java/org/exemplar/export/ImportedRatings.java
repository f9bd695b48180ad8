package org.exemplar.export;

import java.nio.file.Path;
import java.util.List;
import org.exemplar.files.WholeFile;

/**
 * Ratings taken from another program's files.
 *
 * @param rows in the order read
 * @param notes what a user should know, such as rows given twice; one sentence each
 */
public record ImportedRatings(List<Row> rows, List<String> notes) {
  /** Copies. */
  public ImportedRatings {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * One answer.
   *
   * @param arm {@code PIE} or {@code NON_PIE}; empty while not known
   * @param value a number as text, or {@code cannot judge}
   */
  public record Row(String reader, String caseId, String arm, String question, String value) {
    Row withArm(String other) {
      return new Row(reader, caseId, other, question, value);
    }
  }

  /** Writes the long table that {@code analyze --ratings} reads. */
  public void write(Path csv) {
    List<List<String>> table =
        rows.stream()
            .map(row -> List.of(row.reader(), row.caseId(), row.arm(), row.question(), row.value()))
            .toList();
    WholeFile.write(
        csv, Cells.csv(List.of("reader_id", "case_id", "arm", "question", "value"), table));
  }
}
