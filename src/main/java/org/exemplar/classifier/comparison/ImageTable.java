package org.exemplar.classifier.comparison;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The radiographs of a comparison: the file {@code images.csv}. Row {@code i} is row {@code i} of
 * every prediction table.
 *
 * <p>Columns: {@code image_id, path, sha256}; one 0/1 column per finding when labels were given;
 * then the label file's other columns (such as {@code subj_id}) as they were.
 */
public final class ImageTable {
  private final List<String> findings;
  private final List<String> extraColumns;
  private final List<ImageRow> rows;
  private final Map<String, Integer> byId = new HashMap<>();

  /**
   * A table in memory.
   *
   * @param findings columns of the labels; empty when there are none
   * @param extraColumns names of the kept columns
   * @param rows in order; ids are unique
   */
  public ImageTable(List<String> findings, List<String> extraColumns, List<ImageRow> rows) {
    this.findings = List.copyOf(findings);
    this.extraColumns = List.copyOf(extraColumns);
    this.rows = List.copyOf(rows);
    for (int i = 0; i < rows.size(); i++) {
      ImageRow row = rows.get(i);
      if (row.labels().size() != findings.size() || row.extras().size() != extraColumns.size()) {
        throw new IllegalArgumentException("row " + row.id() + " has another number of columns");
      }
      if (byId.put(row.id(), i) != null) {
        throw new Problem("images.csv names " + row.id() + " twice; run the comparison again.");
      }
    }
  }

  /**
   * Reads {@code images.csv}.
   *
   * @param findings the manifest's findings, which tell labels from other columns
   * @throws Problem if the file is missing or a cell is not what it should be
   */
  public static ImageTable read(Path file, List<String> findings) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
      ImageColumns columns = null;
      var rows = new ArrayList<ImageRow>();
      for (CsvRecord line : reader) {
        if (columns == null) {
          columns = ImageColumns.of(line.getFields(), findings, file);
        } else {
          rows.add(columns.row(line));
        }
      }
      return columns == null
          ? new ImageTable(List.of(), List.of(), List.of())
          : new ImageTable(columns.labelled(), columns.extras(), rows);
    } catch (CsvParseException | IOException | UncheckedIOException e) {
      throw new Problem(file + " cannot be read (" + e.getMessage() + ").", e);
    }
  }

  /** Writes the table beside {@code file} and moves it into place. */
  public void write(Path file) {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      var header = new ArrayList<String>(ImageColumns.FIXED);
      header.addAll(findings);
      header.addAll(extraColumns);
      csv.writeRecord(header);
      for (ImageRow row : rows) {
        var cells = new ArrayList<>(List.of(row.id(), row.path(), row.sha256()));
        row.labels().forEach(label -> cells.add(label ? "1" : "0"));
        cells.addAll(row.extras());
        csv.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WholeFile.write(file, text.toString());
  }

  /** Number of radiographs. */
  public int size() {
    return rows.size();
  }

  /** All rows in order. */
  public List<ImageRow> rows() {
    return rows;
  }

  /** One row. */
  public ImageRow row(int image) {
    return rows.get(image);
  }

  /** The ids in order. */
  public List<String> ids() {
    return rows.stream().map(ImageRow::id).toList();
  }

  /** The row of an id; empty when no image has it. */
  public Optional<Integer> indexOf(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Whether labels were given. */
  public boolean hasLabels() {
    return !findings.isEmpty();
  }

  /** Columns of the labels, in the manifest's order; empty when there are none. */
  public List<String> findings() {
    return findings;
  }

  /** Whether the image is labelled with the finding. */
  public boolean label(int image, int finding) {
    return rows.get(image).labels().get(finding);
  }

  /** Names of the kept columns, e.g. {@code subj_id}. */
  public List<String> extraColumns() {
    return extraColumns;
  }

  /** A kept column's cell; empty when there is no such column. */
  public Optional<String> extra(int image, String column) {
    int at = extraColumns.indexOf(column);
    return at < 0 ? Optional.empty() : Optional.of(rows.get(image).extras().get(at));
  }

  /** Equal when every cell is equal. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImageTable that
        && findings.equals(that.findings)
        && extraColumns.equals(that.extraColumns)
        && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }
}
