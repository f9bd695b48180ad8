package org.exemplar.app.coordination;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.Fields;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.conduct.Packaging.Packed;
import org.exemplar.conduct.StudyLocation;
import org.kordamp.ikonli.feather.Feather;

/** Says where files were written that somebody must carry on: reading files, and the key. */
final class HandedOutSheet {
  private final Sheet sheet;
  private final Consumer<Path> showFile;
  private final Button close = new Button("Understood", Icons.of(Feather.CHECK));

  private HandedOutSheet(Sheet sheet, Consumer<Path> showFile) {
    this.sheet = sheet;
    this.showFile = showFile;
    close.getStyleClass().add("primary");
    close.setId("understood");
    close.setOnAction(e -> sheet.close());
  }

  /**
   * After the seal.
   *
   * @param packed reading files that were written with it; may be empty
   * @param showFile opens the file manager at a file
   */
  static void sealed(
      StudyLocation study, List<Packed> packed, Sheet sheet, Consumer<Path> showFile) {
    HandedOutSheet told = new HandedOutSheet(sheet, showFile);
    sheet.body(
        Parts.paragraph("The study is sealed", "title"),
        told.place(
            "The key",
            study.key(),
            "Keep a copy of this file away from the study’s folder, and its passphrase with it in"
                + " nobody’s mailbox. Without both, the arms can never be known."));
    told.files(packed);
    if (packed.isEmpty()) {
      sheet.body(Parts.paragraph("Next: Hand out, which writes a file for each reader.", "body"));
    }
    told.show();
  }

  /** After files were written for readers. */
  static void handedOut(List<Packed> packed, Sheet sheet, Consumer<Path> showFile) {
    HandedOutSheet told = new HandedOutSheet(sheet, showFile);
    sheet.body(Parts.paragraph("Ready to be handed out", "title"));
    told.files(packed);
    told.show();
  }

  private void files(List<Packed> packed) {
    if (packed.isEmpty()) {
      return;
    }
    Path folder = packed.getFirst().file().toAbsolutePath().getParent();
    sheet.body(
        place(
            packed.size() == 1 ? "The reading file" : packed.size() + " reading files",
            folder == null ? packed.getFirst().file() : folder,
            "Give each reader the file with their pseudonym, and tell the passphrase by another"
                + " way. When files come back, choose Take back."));
    String kept =
        packed.stream()
            .filter(Packed::kept)
            .map(p -> p.reader().value())
            .collect(Collectors.joining(", "));
    if (!kept.isEmpty()) {
      sheet.body(
          Parts.paragraph(
              kept
                  + ": the file was there already and was left as it is; it opens under the"
                  + " passphrase it was written with.",
              "warning"));
    }
  }

  private VBox place(String words, Path path, String what) {
    TextField where = new TextField(path.toString());
    where.setEditable(false);
    Button show =
        Buttons.of(
            "Show",
            Feather.FOLDER,
            () -> showFile.accept(words.equals("The key") ? path : path.resolve("any.reading")));
    show.setAccessibleText("Show " + words + " in its folder");
    HBox row = Fields.with(where, show);
    VBox place = Fields.of(words, row, what);
    where.setAccessibleText(words);
    return place;
  }

  private void show() {
    sheet.answer(close);
    sheet.show(close);
  }
}
