package org.exemplar.pie;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exemplar.files.FieldSeparator;
import org.exemplar.problem.Problem;

/** How often each finding was given among the training images. */
public final class TrainLabels {
  private TrainLabels() {}

  /**
   * Counts the rows of a label table that were given each finding.
   *
   * @param csv with one 0/1 column per finding, matched by name; other columns are ignored
   * @param findings whose counts are wanted
   * @throws Problem if the file cannot be read, lacks a finding, or holds another value than 0 or 1
   */
  public static Map<String, Integer> counts(Path csv, List<String> findings) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    findings.forEach(finding -> counts.put(finding, 0));
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(FieldSeparator.of(csv))
            .detectBomHeader(true)
            .ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : reader) {
        for (String finding : findings) {
          String value =
              row.findField(finding)
                  .orElseThrow(() ->
                      new Problem(
                          csv
                              + " has no column \""
                              + finding
                              + "\"; give the labels of the same findings."))
                  .strip();
          if (isOne(value, csv, row, finding)) {
            counts.merge(finding, 1, Integer::sum);
          }
        }
      }
    } catch (IOException e) {
      throw new Problem(
          "The labels " + csv + " cannot be read; check the name and that you may read it.", e);
    }
    return counts;
  }

  private static boolean isOne(String value, Path csv, NamedCsvRecord row, String finding) {
    return switch (value) {
      case "1", "1.0" -> true;
      case "0", "0.0", "" -> false;
      default ->
          throw new Problem(
              csv
                  + ", line "
                  + row.getStartingLineNumber()
                  + ", column \""
                  + finding
                  + "\": \""
                  + value
                  + "\" is neither 0 nor 1; correct it.");
    };
  }
}
