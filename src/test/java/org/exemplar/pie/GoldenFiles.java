package org.exemplar.pie;

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
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads reference tables. */
final class GoldenFiles {
  private GoldenFiles() {}

  static JsonNode json(Path file) {
    return JsonMapper.shared().readTree(file);
  }

  static List<Map<String, String>> csv(Path file) {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        CsvReader<NamedCsvRecord> csv =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<Map<String, String>> rows = new ArrayList<>();
      csv.forEach(row -> rows.add(row.getFieldsAsMap()));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> strings(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asString()));
    return texts;
  }

  static double[] doubles(List<Map<String, String>> rows, List<String> columns) {
    double[] values = new double[rows.size() * columns.size()];
    int i = 0;
    for (Map<String, String> row : rows) {
      for (String column : columns) {
        values[i++] = number(row.get(column));
      }
    }
    return values;
  }

  static float[] floats(List<Map<String, String>> rows, List<String> columns) {
    double[] wide = doubles(rows, columns);
    float[] narrow = new float[wide.length];
    for (int i = 0; i < wide.length; i++) {
      narrow[i] = (float) wide[i];
    }
    return narrow;
  }

  /** NaN for an empty or missing cell. */
  static double number(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return Double.NaN;
    }
    return cell.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(cell);
  }
}
