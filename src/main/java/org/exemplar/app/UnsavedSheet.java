package org.exemplar.app;

import javafx.scene.control.Button;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.Unsaved;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** Asks what becomes of work that is not saved: kept, discarded, or the window stays open. */
final class UnsavedSheet {
  private UnsavedSheet() {}

  /**
   * Asks.
   *
   * @param go goes on with closing
   */
  static void show(Sheet sheet, Unsaved unsaved, Runnable go) {
    Button keep = new Button("Keep", Icons.of(Feather.SAVE));
    keep.getStyleClass().add("primary");
    keep.setId("unsaved-keep");
    keep.setOnAction(e -> {
      sheet.close();
      if (unsaved.keep().keep()) {
        go.run();
      }
    });
    Button discard = new Button("Discard", Icons.of(Feather.TRASH_2));
    discard.getStyleClass().add("quiet");
    discard.setId("unsaved-discard");
    discard.setMinWidth(Button.USE_PREF_SIZE);
    discard.setOnAction(e -> {
      sheet.close();
      unsaved.discard().run();
      go.run();
    });
    sheet.body(
        Parts.paragraph("Close without saving?", "title"),
        Parts.paragraph(unsaved.what(), "body"),
        Parts.paragraph(unsaved.kept(), "muted"));
    sheet.footer(discard, keep);
    sheet.show(keep);
  }
}
