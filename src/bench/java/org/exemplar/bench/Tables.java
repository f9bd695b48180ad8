package org.exemplar.bench;

import java.nio.file.Path;
import org.exemplar.classifier.comparison.PredictionTable;

/** Tables of float32 numbers as arrays. */
final class Tables {
  private Tables() {}

  /** A {@code .npy} file's values, row by row. */
  static float[] values(PredictionTable table) {
    float[] values = new float[table.images() * table.findings()];
    float[] row = new float[table.findings()];
    for (int image = 0; image < table.images(); image++) {
      table.row(image, row);
      System.arraycopy(row, 0, values, image * row.length, row.length);
    }
    return values;
  }

  /** A {@code .npy} file. */
  static PredictionTable read(Path folder, String name) {
    return PredictionTable.read(folder.resolve(name));
  }
}
