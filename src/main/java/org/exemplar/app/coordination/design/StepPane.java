package org.exemplar.app.coordination.design;

import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** One step on the screen. */
abstract class StepPane extends VBox {
  StepPane() {
    getStyleClass().add("gap-16");
  }

  /** Shows what the draft says now. */
  abstract void refresh();

  /** Whether the pane fills the height of the window instead of scrolling as a whole. */
  boolean fills() {
    return false;
  }

  /** Told whether there is room for two columns. */
  void narrow(boolean small) {}

  /** A sentence in a coloured box. */
  static HBox notice(String tone, String sentence) {
    Feather icon =
        switch (tone) {
          case "danger" -> Feather.X_CIRCLE;
          case "warning" -> Feather.ALERT_TRIANGLE;
          default -> Feather.INFO;
        };
    HBox notice =
        new HBox(
            Icons.of(icon, tone.equals("info") ? "icon-accent" : "icon-" + tone),
            Parts.paragraph(sentence, "body"));
    notice.getStyleClass().addAll("notice", tone);
    return notice;
  }
}
