package org.exemplar.app.control.parts;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Parts;

/** Lines of a muted word and, at the right, its value. */
public final class Facts extends VBox {
  /** An empty list. */
  public Facts() {
    getStyleClass().add("gap-8");
  }

  /** Adds a line whose value stays. */
  public Facts add(String word, String value) {
    line(word).setText(value);
    return this;
  }

  /** Adds a line whose value follows. */
  public Facts add(String word, ObservableValue<String> value) {
    line(word).textProperty().bind(value);
    return this;
  }

  private Label line(String word) {
    Label value = Parts.line("", "strong", "bold");
    value.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(Parts.line(word, "muted"), Parts.filler(), value);
    line.getStyleClass().add("gap-8");
    getChildren().add(line);
    return value;
  }
}
