package org.exemplar.pie;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/** One CSV file: a header, then rows. Written beside its place and moved into it when complete. */
final class CsvTable {
  private CsvTable() {}

  /**
   * Writes a table.
   *
   * @param rows called once with where to put the rows
   * @throws Problem if the file cannot be written
   */
  static void write(Path file, List<String> header, Consumer<Consumer<List<String>>> rows) {
    WholeFile.write(
        file,
        beside -> {
          try (CsvWriter csv =
              CsvWriter.builder()
                  .lineDelimiter(LineDelimiter.LF)
                  .build(Files.newBufferedWriter(beside, StandardCharsets.UTF_8))) {
            csv.writeRecord(header);
            rows.accept(row -> {
              if (row.size() != header.size()) {
                throw new IllegalArgumentException(row.size() + " cells under " + header);
              }
              csv.writeRecord(row);
            });
          }
        });
  }

  /** Shortest text that reads back as the same number; empty where there is none. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "" : value > 0 ? "Inf" : "-Inf";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** 1 or 0. */
  static String flag(boolean value) {
    return value ? "1" : "0";
  }
}
