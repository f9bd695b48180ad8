package org.exemplar.app.control.parts;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Parts;

/** Fields with their words above them and a hint below. */
public final class Fields {
  private Fields() {}

  /**
   * A labelled field.
   *
   * @param hint below it; may be empty
   */
  public static VBox of(String words, Node field, String hint) {
    Label label = Parts.line(words, "muted");
    label.setLabelFor(field);
    if (field instanceof TextInputControl input) {
      input.setAccessibleText(words);
    }
    VBox box = new VBox(label, field);
    if (!hint.isEmpty()) {
      box.getChildren().add(Parts.paragraph(hint, "small"));
    }
    box.getStyleClass().add("gap-4");
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  /** Fields side by side, all of one width. */
  public static GridPane row(VBox... fields) {
    GridPane row = new GridPane();
    row.getStyleClass().add("grid-16");
    for (int i = 0; i < fields.length; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / fields.length);
      row.getColumnConstraints().add(column);
    }
    row.addRow(0, fields);
    return row;
  }

  /** A field with a button beside it that fills it. */
  public static HBox with(TextInputControl field, Node button) {
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = new HBox(field, button);
    row.getStyleClass().add("gap-8");
    return row;
  }
}
