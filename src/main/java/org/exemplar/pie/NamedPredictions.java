package org.exemplar.pie;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exemplar.classifier.comparison.PredictionTable;
import org.exemplar.problem.Problem;

/**
 * A table of predictions that some other program wrote: one row per image, one column per finding.
 */
final class NamedPredictions {
  private final Path file;
  private final List<String> ids;
  private final List<String> findings;
  private final int columns;
  private final float[] values;

  /**
   * @param ids one per row; empty where the file names none
   * @param findings one per column
   * @param values rows × columns, row-major
   */
  NamedPredictions(Path file, List<String> ids, List<String> findings, float[] values) {
    this.file = file;
    this.ids = List.copyOf(ids);
    this.findings = List.copyOf(findings);
    this.columns = findings.size();
    this.values = values;
  }

  /** A table that names neither images nor findings. */
  private NamedPredictions(Path file, int columns, float[] values) {
    this.file = file;
    this.ids = List.of();
    this.findings = List.of();
    this.columns = columns;
    this.values = values;
  }

  /**
   * Reads CSV, {@code .csv.gz}, NPY, or a pandas pickle as the authors' scripts write them; the
   * ending decides.
   *
   * @throws Problem if the file cannot be read, has no numbers, or names an image twice
   */
  static NamedPredictions read(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".npy")) {
      PredictionTable table = PredictionTable.read(file);
      float[] values = new float[Math.multiplyExact(table.images(), table.findings())];
      for (int image = 0; image < table.images(); image++) {
        float[] row = table.row(image);
        System.arraycopy(row, 0, values, image * row.length, row.length);
      }
      return checked(new NamedPredictions(file, table.findings(), values));
    }
    if (name.endsWith(".pkl") || name.endsWith(".pickle")) {
      return checked(DataFramePickle.read(file));
    }
    return checked(PredictionCsv.read(file));
  }

  private static NamedPredictions checked(NamedPredictions table) {
    int columns = table.columns;
    if (columns == 0 || table.values.length == 0) {
      throw new Problem(table.file + " holds no predictions; it needs rows and number columns.");
    }
    for (int i = 0; i < table.values.length; i++) {
      if (!Float.isFinite(table.values[i])) {
        throw new Problem(
            table.file
                + " has no number in row "
                + (i / columns + 1)
                + ", column "
                + (i % columns + 1)
                + " of its predictions; correct it.");
      }
    }
    table.index();
    return table;
  }

  Path file() {
    return file;
  }

  List<String> ids() {
    return ids;
  }

  List<String> findings() {
    return findings;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return values.length / columns;
  }

  float[] values() {
    return values;
  }

  /** Row of each id. */
  Map<String, Integer> index() {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < ids.size(); row++) {
      if (rows.put(ids.get(row), row) != null) {
        throw new Problem(
            file + " names the image " + ids.get(row) + " twice; keep one row for each image.");
      }
    }
    return rows;
  }
}
