package org.exemplar.app.reading;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** What this file is and how long it takes, then the passphrase. */
final class OpenPage extends VBox {
  private final PasswordField hidden = new PasswordField();
  private final TextField shown = new TextField();
  private final Label below =
      Parts.paragraph(
          "From the study coordinator, sent apart from the file. It is not stored.",
          "body",
          "muted");
  private final HBox error;
  private final Label tries = Parts.line("", "small");
  private final Consumer<char[]> open;
  private final Button openButton;
  private final HBox file;
  private int count;

  /**
   * @param open tries a passphrase; the array is the taker's to wipe
   */
  OpenPage(OpenModel model, Consumer<char[]> open, Runnable cancel) {
    this.open = open;
    openButton = RoomParts.keyed("Open", "Enter", this::submit, "primary", "large");
    openButton.setPrefWidth(160);
    Label wrong =
        Parts.paragraph(
            "This passphrase does not open the file. Is Caps Lock on, was a space copied with it, or"
                + " is the file for another reader?",
            "field-error");
    error = RoomParts.noted(Feather.ALERT_TRIANGLE, "icon-danger", wrong);
    getStyleClass().addAll("passphrase-page");
    VBox field = new VBox(Parts.line("Passphrase", "bold"), field(), below);
    field.getStyleClass().add("gap-8");
    HBox buttons =
        new HBox(
            openButton, RoomParts.plain("Cancel", cancel, "quiet", "large"), Parts.filler(), tries);
    buttons.getStyleClass().add("gap-8");
    buttons.setAlignment(Pos.CENTER_LEFT);
    VBox words =
        new VBox(
            Parts.paragraph(model.title(), "page-title"), Parts.paragraph(model.lead(), "lead"));
    words.getStyleClass().add("study");
    file = file(model);
    getChildren().addAll(file, words);
    if (model.sound()) {
      getChildren().addAll(field, buttons);
    }
    getChildren().addAll(Parts.hairline(), intact(model));
    if (!model.sound()) {
      getChildren().add(RoomParts.plain("Close", cancel, "primary", "large"));
    }
  }

  /** In small windows what one types comes first, and which file it is last. */
  void setSmall(boolean small) {
    if (small) {
      file.toFront();
    } else {
      file.toBack();
    }
  }

  /** Puts the focus where one types. */
  void focusField() {
    hidden.requestFocus();
  }

  /** Says that the passphrase was wrong; its text stays, selected. */
  void wrong() {
    count++;
    busy(false);
    VBox parent = (VBox) below.getParent();
    if (parent != null) {
      parent.getChildren().set(parent.getChildren().indexOf(below), error);
      hidden.getStyleClass().add("wrong");
      shown.getStyleClass().add("wrong");
    }
    tries.setText(count + (count == 1 ? " try" : " tries") + " · there is no limit");
    field(shown.isVisible()).requestFocus();
    field(shown.isVisible()).selectAll();
  }

  private TextField field(boolean revealed) {
    return revealed ? shown : hidden;
  }

  private static HBox file(OpenModel model) {
    StackPane lock = new StackPane(Icons.of(Feather.LOCK, "icon-20"));
    lock.getStyleClass().add("lock-box");
    VBox words =
        new VBox(Parts.line(model.name(), "bold", "strong"), Parts.line(model.place(), "small"));
    words.setAlignment(Pos.CENTER_LEFT);
    HBox box = new HBox(lock, words);
    box.getStyleClass().add("gap-12");
    return box;
  }

  private StackPane field() {
    hidden.getStyleClass().add("large");
    shown.getStyleClass().add("large");
    shown.textProperty().bindBidirectional(hidden.textProperty());
    shown.setVisible(false);
    hidden.setAccessibleText("Passphrase");
    shown.setAccessibleText("Passphrase, readable");
    hidden.setOnAction(e -> submit());
    shown.setOnAction(e -> submit());
    Button eye = RoomParts.iconButton(Feather.EYE, "Show what was typed", () -> {});
    eye.setFocusTraversable(true);
    eye.setOnAction(e -> {
      boolean reveal = !shown.isVisible();
      shown.setVisible(reveal);
      hidden.setVisible(!reveal);
      field(reveal).requestFocus();
      field(reveal).end();
    });
    HBox right = new HBox(eye);
    right.getStyleClass().add("reveal");
    right.setAlignment(Pos.CENTER_RIGHT);
    right.setPickOnBounds(false);
    return new StackPane(hidden, shown, right);
  }

  private static HBox intact(OpenModel model) {
    Label words = Parts.paragraph(model.intact(), "body", model.sound() ? "muted" : "danger");
    return RoomParts.noted(
        model.sound() ? Feather.SHIELD : Feather.ALERT_TRIANGLE,
        model.sound() ? "icon-success" : "icon-danger",
        words);
  }

  private void submit() {
    if (!hidden.getText().isEmpty() && !openButton.isDisabled()) {
      busy(true);
      open.accept(hidden.getText().toCharArray());
    }
  }

  private void busy(boolean busy) {
    openButton.setDisable(busy);
    openButton.setText(busy ? "Opening" : "Open");
  }
}
