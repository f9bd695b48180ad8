package org.exemplar.app.explorer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/** Saves the shown images, in their order, as a table that anything else can read. */
final class ShownImagesExport {
  private final DeskHost host;
  private final ExplorerViewModel model;

  ShownImagesExport(DeskHost host, ExplorerViewModel model) {
    this.host = host;
    this.model = model;
  }

  /** Asks where to, and writes. */
  void ask() {
    Shown shown = model.shownProperty().get();
    if (shown != null) {
      FileDialogs.save(host.window(), "Save the shown images", "images.csv", "Table", "*.csv")
          .ifPresent(file -> {
            try {
              write(file, model.exploration(), shown);
            } catch (Problem e) {
              host.fail("The table could not be saved", e);
            }
          });
    }
  }

  /**
   * Writes {@code image_id, agreement, pie, given}; undefined agreements are empty.
   *
   * @throws Problem if the file cannot be written
   */
  static void write(Path file, Exploration exploration, Shown shown) {
    WholeFile.write(
        file,
        beside -> {
          try (CsvWriter csv =
              CsvWriter.builder()
                  .lineDelimiter(LineDelimiter.LF)
                  .build(Files.newBufferedWriter(beside))) {
            csv.writeRecord("image_id", "agreement", "pie", "given");
            for (int image : shown.images()) {
              double value = shown.level().agreement().value(image);
              csv.writeRecord(
                  exploration.id(image),
                  Double.isNaN(value) ? "" : Double.toString(value),
                  shown.level().pie(image) ? "1" : "0",
                  exploration.given(image).stream()
                      .map(f -> exploration.findings().get(f))
                      .collect(Collectors.joining(";")));
            }
          }
        });
  }
}
