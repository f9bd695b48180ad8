package org.exemplar.classifier.comparison;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.exemplar.problem.Problem;

/** Where the columns of an {@code images.csv} stand; reads its rows one after another. */
final class ImageColumns {
  static final List<String> FIXED = List.of("image_id", "path", "sha256");

  private final Path file;
  private final List<String> header;
  private final List<String> labelled;
  private final List<String> extras;
  private final int[] fixed;
  private final int[] labelAt;
  private final int[] extraAt;
  private final Map<List<Boolean>, List<Boolean>> patterns = new HashMap<>();

  private ImageColumns(Path file, List<String> header, List<String> labelled) {
    this.file = file;
    this.header = header;
    this.labelled = labelled;
    var known = new HashSet<>(labelled);
    known.addAll(FIXED);
    this.extras = header.stream().filter(name -> !known.contains(name)).toList();
    this.fixed = places(FIXED);
    this.labelAt = places(labelled);
    this.extraAt = places(extras);
  }

  /**
   * Looks at a header.
   *
   * @param findings which columns are labels, if all are there
   * @throws Problem if a column that every table has is missing
   */
  static ImageColumns of(List<String> header, List<String> findings, Path file) {
    for (String name : FIXED) {
      if (!header.contains(name)) {
        throw new Problem(file + " has no column " + name + "; run the comparison again.");
      }
    }
    return new ImageColumns(file, header, header.containsAll(findings) ? findings : List.of());
  }

  /** Findings that have a column; all or none. */
  List<String> labelled() {
    return labelled;
  }

  /** Names of the kept columns. */
  List<String> extras() {
    return extras;
  }

  private int[] places(List<String> names) {
    return names.stream().mapToInt(header::indexOf).toArray();
  }

  /**
   * One row. Images with the same labels share one list.
   *
   * @throws Problem if a cell is missing, or a label is neither 0 nor 1
   */
  ImageRow row(CsvRecord line) {
    if (line.getFieldCount() != header.size()) {
      throw new Problem(
          file
              + ", line "
              + line.getStartingLineNumber()
              + ", has "
              + line.getFieldCount()
              + " cells under "
              + header.size()
              + " columns; run the comparison again.");
    }
    var labels = new ArrayList<Boolean>(labelAt.length);
    for (int i = 0; i < labelAt.length; i++) {
      String cell = line.getField(labelAt[i]);
      if (!cell.equals("0") && !cell.equals("1")) {
        throw new Problem(
            file
                + ", line "
                + line.getStartingLineNumber()
                + ", "
                + labelled.get(i)
                + ": \""
                + cell
                + "\" is neither 0 nor 1.");
      }
      labels.add(cell.equals("1"));
    }
    var others = new ArrayList<String>(extraAt.length);
    for (int at : extraAt) {
      others.add(line.getField(at));
    }
    return new ImageRow(
        line.getField(fixed[0]),
        line.getField(fixed[1]),
        line.getField(fixed[2]),
        patterns.computeIfAbsent(List.copyOf(labels), pattern -> pattern),
        others);
  }
}
