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
import org.exemplar.files.FieldSeparator;
import org.exemplar.problem.Problem;

/**
 * Reads predictions from CSV: the id column is {@code image_id}, {@code id}, {@code Image Index},
 * {@code path}, {@code filename}, else the first unless it holds decimals below two; columns that
 * describe the run are passed over; every other column is a finding, a prefix {@code prob_} apart.
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
    try (InputStream in = opened(file);
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(separator(file))
                .detectBomHeader(true)
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(file, csv.iterator());
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw new Problem(
          file + " cannot be read as CSV; check that it is there and is a comma-separated table.",
          e);
    }
  }

  private static char separator(Path file) throws IOException {
    try (InputStream in = opened(file)) {
      return FieldSeparator.of(new String(in.readNBytes(1 << 16), StandardCharsets.ISO_8859_1));
    }
  }

  private static InputStream opened(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
  }

  private static NamedPredictions read(Path file, Iterator<NamedCsvRecord> rows) {
    if (!rows.hasNext()) {
      throw new Problem(file + " has no rows below its header; give a table of predictions.");
    }
    NamedCsvRecord first = rows.next();
    List<String> header = first.getHeader();
    int id = idColumn(first);
    int[] columns =
        IntStream.range(0, header.size())
            .filter(i -> i != id)
            .filter(i -> !isDescription(header.get(i).toLowerCase(Locale.ROOT)))
            .toArray();
    List<String> ids = new ArrayList<>();
    float[] values = new float[64 * Math.max(1, columns.length)];
    int filled = 0;
    for (NamedCsvRecord row = first; ; row = rows.next()) {
      if (filled + columns.length > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
      if (id >= 0) {
        ids.add(row.getField(id));
      }
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

  /** What describes the run; a column without a name is the row number that pandas writes. */
  private static boolean isDescription(String column) {
    return column.isBlank() || column.startsWith("unnamed: ") || DESCRIPTIONS.contains(column);
  }

  /** The column of the ids; below 0 where the first column too holds predictions. */
  private static int idColumn(NamedCsvRecord first) {
    List<String> header = first.getHeader();
    for (String name : IDS) {
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).equalsIgnoreCase(name)) {
          return i;
        }
      }
    }
    return first.getField(0).strip().matches("[01]?\\.\\d+(?:[eE][-+]?\\d+)?") ? -1 : 0;
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
