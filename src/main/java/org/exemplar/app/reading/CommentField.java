package org.exemplar.app.reading;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.exemplar.app.control.KeyHint;
import org.exemplar.sitting.Stage;

/** The comment on a case, one key away; kept after a second of rest and when it is left. */
final class CommentField extends StackPane {
  private final CaseModel model;
  private final TextField field = new TextField();
  private final PauseTransition rest = new PauseTransition(Duration.seconds(1));
  private boolean narrow;

  CommentField(CaseModel model, KeyMap keys, Runnable leave) {
    this.model = model;
    field.setPromptText("Comment, if you wish");
    field.setAccessibleText("Comment");
    KeyHint hint = new KeyHint(keys.hint(Act.COMMENT));
    StackPane.setAlignment(hint, Pos.CENTER_RIGHT);
    hint.visibleProperty().bind(field.focusedProperty().not());
    rest.setOnFinished(e -> keep());
    field
        .textProperty()
        .addListener((o, was, is) -> {
          if (field.isFocused()) {
            rest.playFromStart();
          }
        });
    getStyleClass().add("panel-comment");
    getChildren().addAll(field, hint);
    field
        .focusedProperty()
        .addListener((o, was, is) -> {
          if (!is) {
            keep();
            arrange();
          }
        });
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.ESCAPE) {
            keep();
            leave.run();
            e.consume();
          }
        });
  }

  /** Puts the cursor into the field. */
  void open() {
    if (model.sitting().stage() == Stage.CASE) {
      setManaged(true);
      setVisible(true);
      field.requestFocus();
      field.end();
    }
  }

  /** Whether one is typing in it. */
  boolean typing() {
    return field.isFocused();
  }

  /** Shows the comment of another case. */
  void show(String text) {
    field.setText(text);
  }

  /** Follows the stored comment while nobody types. */
  void follow() {
    if (!field.isFocused() && model.sitting().stage() == Stage.CASE) {
      field.setText(model.sitting().onScreen().comment());
    }
    arrange();
  }

  /** In small windows the field appears only while one types. */
  void setNarrow(boolean narrow) {
    this.narrow = narrow;
    arrange();
  }

  private void arrange() {
    setManaged(!narrow || field.isFocused());
    if (narrow) {
      setVisible(field.isFocused());
    }
  }

  /** Stores what stands in the field. */
  void keep() {
    model.answers().comment(field.getText().strip());
  }
}
