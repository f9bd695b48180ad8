package org.exemplar.app.coordination.protocol;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets Tab leave a text of several lines, as it leaves every other field. */
final class TabOut {
  private TabOut() {}

  /** Moves on as Ctrl+Tab does in a text of several lines. */
  static void of(Node area, boolean back) {
    Event.fireEvent(
        area, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, back, true, false, false));
  }
}
