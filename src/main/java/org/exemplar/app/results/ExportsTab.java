package org.exemplar.app.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.fx.FileDialogs;
import org.exemplar.app.fx.Parts;
import org.exemplar.export.ExportFormat;
import org.kordamp.ikonli.feather.Feather;

/** The ratings for other programs, the report, and the scripts that reproduce it. */
final class ExportsTab extends VBox {
  private final Acts acts;

  /**
   * What its buttons do.
   *
   * @param host lends the window to dialogs
   * @param report writes the report and opens it
   * @param folder shows the folder of the results
   * @param export writes a format to a place
   */
  record Acts(
      DeskHost host,
      Runnable report,
      Runnable folder,
      java.util.function.BiConsumer<ExportFormat, Path> export) {}

  ExportsTab(TabDoor door, Acts acts) {
    this.acts = acts;
    getStyleClass().add("gap-16");
    VBox formats = new VBox();
    formats.getStyleClass().add("export-rows");
    boolean ratings = door.model().opened().hasRatings();
    for (ExportFormat format : ExportFormat.values()) {
      formats.getChildren().add(row(format, ratings));
    }
    getChildren().addAll(new Columns(List.of(report(door), scripts())), card(formats, ratings));
  }

  private Card report(TabDoor door) {
    Button write = Buttons.primary("Write report", Feather.FILE_TEXT, acts.report());
    write.setAccessibleText("Write the report and open it");
    Card card =
        new Card(
            "Report",
            "one page for the browser, prints to PDF",
            Parts.paragraph(
                "What was asked, seal and audit, the answers, the tests, limits and checklists,"
                    + " with figures. It is written into "
                    + door.model().opened().source().out()
                    + ".",
                "muted"),
            new HBox(write));
    card.body().getStyleClass().add("gap-12");
    return card;
  }

  private Card scripts() {
    Card card =
        new Card(
            "Scripts",
            "compute the main numbers again",
            Parts.paragraph(
                "reproduce.py and reproduce.R lie beside the report with the ratings, so that"
                    + " anybody can check the numbers without this program.",
                "muted"),
            new HBox(Buttons.of("Show the folder", Feather.FOLDER, acts.folder())));
    card.body().getStyleClass().add("gap-12");
    return card;
  }

  private static Card card(VBox formats, boolean ratings) {
    return new Card(
        "Ratings for other programs",
        ratings ? "with arms, as unblinded" : "needs the ratings, which are not here",
        formats);
  }

  private Node row(ExportFormat format, boolean ratings) {
    ExportWords words = ExportWords.of(format);
    Button save = Buttons.of("Save…", Feather.DOWNLOAD, () -> ask(format, words));
    save.getStyleClass().add("compact");
    save.setAccessibleText("Save as " + words.title());
    save.setDisable(!ratings);
    var title = Parts.line(words.title(), "strong", "bold", "export-title");
    HBox row = new HBox(title, Parts.line(words.sentence(), "muted"), Parts.filler(), save);
    row.getStyleClass().addAll("gap-16", "middle-line", "export-row");
    return row;
  }

  private void ask(ExportFormat format, ExportWords words) {
    Optional<Path> out =
        words.ending().isEmpty()
            ? FileDialogs.folder(acts.host().window(), "Export as " + words.title())
            : FileDialogs.save(
                acts.host().window(),
                "Export as " + words.title(),
                "ratings." + words.ending(),
                words.title(),
                "*." + words.ending());
    out.ifPresent(path -> acts.export().accept(format, path));
  }
}
