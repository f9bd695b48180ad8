package org.exemplar.app.control.parts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** A filter that reads as a sentence and has its own cross. */
public final class FilterChip extends HBox {
  /**
   * @param words e.g. {@code "Findings: 1 or more"}
   * @param remove takes the filter away
   */
  public FilterChip(String words, Runnable remove) {
    getStyleClass().add("filter-chip");
    Label label = Parts.line(words, "strong");
    Button cross = new Button("", Icons.of(Feather.X, "icon-12"));
    cross.getStyleClass().add("chip-cross");
    cross.setAccessibleText("Remove the filter " + words);
    cross.setOnAction(e -> remove.run());
    getChildren().addAll(label, cross);
    setMinWidth(USE_PREF_SIZE);
  }
}
