package org.exemplar.pie;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.exemplar.problem.Problem;

/**
 * Reads predictions from CSV: the id column is {@code image_id}, {@code id}, {@code Image Index},
 * {@code path}, {@code filename}, else the first; columns that describe the run are passed over;
 * every other column is a finding, a prefix {@code prob_} apart.
 */
final class PredictionCsv {
  private static final List<String> IDS =
      List.of("image_id", "id", "image index", "path", "filename");
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          "model_id",
          "seed",
          "method",
          "sparsity",
          "prune_ratio",
          "run",
          "subj_id",
          "patient id",
          "patient_id");

  private PredictionCsv() {}

  static NamedPredictions read(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .detectBomHeader(true)
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(file, csv.iterator());
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw new Problem(
          file + " cannot be read as CSV; check that it is there and is a comma-separated table.",
          e);
    }
  }

  private static NamedPredictions read(Path file, Iterator<NamedCsvRecord> rows) {
    if (!rows.hasNext()) {
      throw new Problem(file + " has no rows below its header; give a table of predictions.");
    }
    NamedCsvRecord first = rows.next();
    List<String> header = first.getHeader();
    int id = idColumn(header);
    int[] columns =
        IntStream.range(0, header.size())
            .filter(i -> i != id)
            .filter(i -> !DESCRIPTIONS.contains(header.get(i).toLowerCase(Locale.ROOT)))
            .toArray();
    List<String> ids = new ArrayList<>();
    float[] values = new float[64 * Math.max(1, columns.length)];
    int filled = 0;
    for (NamedCsvRecord row = first; ; row = rows.next()) {
      if (filled + columns.length > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
      ids.add(row.getField(id));
      for (int column : columns) {
        values[filled++] = number(file, row, header, column);
      }
      if (!rows.hasNext()) {
        break;
      }
    }
    List<String> findings =
        Arrays.stream(columns).mapToObj(i -> header.get(i).replaceFirst("^prob_", "")).toList();
    return new NamedPredictions(file, ids, findings, Arrays.copyOf(values, filled));
  }

  private static int idColumn(List<String> header) {
    for (String name : IDS) {
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).equalsIgnoreCase(name)) {
          return i;
        }
      }
    }
    return 0;
  }

  private static float number(Path file, NamedCsvRecord row, List<String> header, int column) {
    String cell = column < row.getFieldCount() ? row.getField(column) : "";
    try {
      return Float.parseFloat(cell);
    } catch (NumberFormatException e) {
      throw new Problem(
          file
              + ", line "
              + row.getStartingLineNumber()
              + ", column "
              + header.get(column)
              + ": \""
              + cell
              + "\" is not a number; predictions must be.",
          e);
    }
  }
}
