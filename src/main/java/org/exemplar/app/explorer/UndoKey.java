package org.exemplar.app.explorer;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Ctrl+Z on every page that the explorer's state decides: it takes back the last change. */
final class UndoKey {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private UndoKey() {}

  /** Listens on a page; a text field keeps the key for its own text. */
  static void on(Node page, ExplorerViewModel model) {
    page.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (UNDO.match(e) && !(e.getTarget() instanceof TextInputControl)) {
            model.undo();
            e.consume();
          }
        });
  }
}
