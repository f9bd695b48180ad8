package org.exemplar.app.reading;

import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Parts;

/** Why a case is submitted incomplete. */
final class ReasonField extends VBox {
  private final CaseModel model;
  private final TextField field = new TextField();

  ReasonField(CaseModel model, Runnable leave) {
    this.model = model;
    field.setPromptText("Reason");
    field.setAccessibleText("Why the case is submitted incomplete");
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row =
        new HBox(field, RoomParts.plain("Submit", () -> model.submitIncomplete(field.getText())));
    row.getStyleClass().add("gap-8");
    getStyleClass().add("panel-reason");
    getChildren()
        .addAll(
            Parts.paragraph("Submit it incomplete? Say why; it is recorded.", "body", "muted"),
            row);
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            model.submitIncomplete(field.getText());
            if (!model.askingReason()) {
              leave.run();
            }
            e.consume();
          } else if (e.getCode() == KeyCode.ESCAPE) {
            model.cancelReason();
            leave.run();
            e.consume();
          }
        });
    refresh();
  }

  /** Appears while the reason is asked for. */
  void refresh() {
    boolean asks = model.askingReason();
    if (asks && !isVisible()) {
      field.clear();
    }
    boolean appears = asks && !isVisible();
    setVisible(asks);
    setManaged(asks);
    if (appears) {
      field.requestFocus();
    }
  }
}
