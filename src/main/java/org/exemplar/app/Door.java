package org.exemplar.app;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.desk.Command;
import org.exemplar.app.fx.Parts;

/** One of the start page's doors; the one with the focus is chosen, Enter goes through it. */
final class Door extends VBox {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final HBox actions = new HBox();

  /**
   * @param number the digit that opens it with Alt
   * @param enter what Enter and a click do
   * @param buttons first the one that opens, then the one that makes
   */
  Door(int number, Node icon, String name, String about, Runnable enter, List<Command> buttons) {
    StackPane picture = new StackPane(icon);
    picture.getStyleClass().add("door-icon");
    HBox top = new HBox(picture, Parts.filler(), faint("Alt " + number));
    top.setAlignment(Pos.TOP_LEFT);
    getChildren()
        .addAll(
            top,
            Parts.line(name, "title", "door-name"),
            Parts.paragraph(about, "body", "muted"),
            Parts.filler(),
            actions);
    for (Command command : buttons) {
      Button button = new Button(command.words());
      button.setOnAction(e -> command.act().run());
      button.setMinWidth(USE_PREF_SIZE);
      if (!actions.getChildren().isEmpty()) {
        button.getStyleClass().add("quiet");
      }
      actions.getChildren().add(button);
    }
    actions.getStyleClass().add("door-actions");
    getStyleClass().add("door");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(name + ". " + about);
    setOnMouseClicked(e -> enter.run());
    setOnKeyPressed(e -> {
      if (e.getTarget() == this && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
        enter.run();
        e.consume();
      }
    });
    focusWithinProperty().addListener((o, was, is) -> choose(is));
  }

  private void choose(boolean chosen) {
    pseudoClassStateChanged(CHOSEN, chosen);
    if (!actions.getChildren().isEmpty()) {
      var first = actions.getChildren().getFirst().getStyleClass();
      first.remove("primary");
      if (chosen) {
        first.add("primary");
      }
    }
  }

  private static KeyHint faint(String key) {
    KeyHint hint = new KeyHint(key);
    hint.setStrength(KeyHint.Strength.FAINT);
    return hint;
  }
}
