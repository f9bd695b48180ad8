package org.exemplar.app.control.parts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** A page with nothing on it yet, which says what to do next. */
public final class EmptyState extends StackPane {
  /**
   * @param title what is missing
   * @param sentence what to do
   * @param acts buttons, the main one first
   */
  public EmptyState(Feather icon, String title, String sentence, Node... acts) {
    Label words = Parts.paragraph(sentence, "muted", "body");
    words.getStyleClass().add("empty-sentence");
    HBox buttons = new HBox(acts);
    buttons.getStyleClass().addAll("gap-8", "centred");
    VBox box = new VBox(Icons.of(icon, "icon-32"), Parts.line(title, "title"), words, buttons);
    box.getStyleClass().addAll("gap-16", "centred", "empty-state");
    getChildren().add(box);
    getStyleClass().add("desk-page");
  }
}
