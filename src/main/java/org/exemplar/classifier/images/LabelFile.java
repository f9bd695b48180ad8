package org.exemplar.classifier.images;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.exemplar.files.FieldSeparator;
import org.exemplar.problem.Problem;

/**
 * A label CSV: one row per image, a 0/1 column per finding, and whatever else it carries.
 *
 * <p>The first column is the id. Where it is none of the known names and a column {@code path},
 * {@code Image Index}, {@code image_id} or {@code id} exists, that one finds the file.
 *
 * @param columns all, in order
 * @param rows in order
 */
public record LabelFile(List<String> columns, List<LabelRow> rows) {
  private static final List<String> ID_NAMES = List.of("path", "image index", "image_id", "id");

  /** Keeps copies. */
  public LabelFile {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param line in the file, from 1, the header being 1
   * @param id the first column verbatim
   * @param file what to look for among the images
   * @param cells all columns, in order
   */
  public record LabelRow(long line, String id, String file, List<String> cells) {
    /** Keeps a copy. */
    public LabelRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Reads a file.
   *
   * @throws Problem if it is missing, has no rows, or a row has too few or too many cells
   */
  public static LabelFile read(Path file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(FieldSeparator.of(file))
            .detectBomHeader(true)
            .ofNamedCsvRecord(file)) {
      List<String> columns = List.of();
      int fileColumn = 0;
      var rows = new ArrayList<LabelRow>();
      for (NamedCsvRecord line : reader) {
        if (rows.isEmpty()) {
          columns = line.getHeader().stream().map(String::strip).toList();
          fileColumn = fileColumn(columns);
        }
        List<String> cells = line.getFields();
        if (cells.size() != columns.size()) {
          throw new Problem(
              file
                  + ", line "
                  + line.getStartingLineNumber()
                  + ": "
                  + cells.size()
                  + " cells under "
                  + columns.size()
                  + " columns; correct the row.");
        }
        rows.add(
            new LabelRow(
                line.getStartingLineNumber(), cells.getFirst(), cells.get(fileColumn), cells));
      }
      if (rows.isEmpty()) {
        throw new Problem(file + " has no rows; give a label file with a header and one row each.");
      }
      return new LabelFile(columns, rows);
    } catch (NoSuchFileException e) {
      throw new Problem("The label file " + file + " is missing; check the path.", e);
    } catch (CsvParseException | IOException | UncheckedIOException e) {
      throw new Problem(file + " is no readable CSV (" + e.getMessage() + ").", e);
    }
  }

  private static int fileColumn(List<String> columns) {
    if (ID_NAMES.contains(columns.getFirst().toLowerCase(Locale.ROOT))) {
      return 0;
    }
    for (String name : ID_NAMES) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).toLowerCase(Locale.ROOT).equals(name)) {
          return i;
        }
      }
    }
    return 0;
  }

  /**
   * Names of the columns behind the id that hold nothing but 0 and 1: the findings, in file order.
   */
  public List<String> binaryColumns() {
    var names = new ArrayList<String>();
    for (int column = 1; column < columns.size(); column++) {
      int at = column;
      if (rows.stream().allMatch(row -> isBinary(row.cells().get(at)))) {
        names.add(columns.get(column));
      }
    }
    return names;
  }

  private static boolean isBinary(String cell) {
    return switch (cell.strip()) {
      case "0", "1", "0.0", "1.0" -> true;
      default -> false;
    };
  }

  /**
   * Where the findings stand.
   *
   * @param file names the label file in sentences
   * @throws Problem naming the findings that have no column
   */
  public int[] columnsOf(List<String> findings, Path file) {
    Set<String> missing = new HashSet<>(findings);
    columns.forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw new Problem(
          file
              + " has no column for "
              + String.join(", ", findings.stream().filter(missing::contains).toList())
              + "; name the findings as its header does.");
    }
    return findings.stream().mapToInt(columns::indexOf).toArray();
  }

  /**
   * The labels of one row.
   *
   * @param file names the label file in sentences
   * @throws Problem if a cell is neither 0 nor 1
   */
  public List<Boolean> labels(LabelRow row, int[] findingColumns, Path file) {
    var labels = new ArrayList<Boolean>(findingColumns.length);
    for (int column : findingColumns) {
      String cell = row.cells().get(column);
      if (!isBinary(cell)) {
        throw new Problem(
            file
                + ", line "
                + row.line()
                + ", "
                + columns.get(column)
                + ": \""
                + cell
                + "\" is neither 0 nor 1; correct the label.");
      }
      labels.add(cell.strip().startsWith("1"));
    }
    return labels;
  }
}
