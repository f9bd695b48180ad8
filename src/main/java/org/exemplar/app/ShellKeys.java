package org.exemplar.app;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The keys that act everywhere in the main window. */
final class ShellKeys {
  private final Shell shell;

  ShellKeys(Scene scene, Shell shell) {
    this.shell = shell;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::mouse);
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown() && e.getCode() == KeyCode.K) {
      shell.search();
    } else if (e.isAltDown() && e.getCode() == KeyCode.LEFT) {
      shell.history().back();
    } else if (e.isAltDown() && e.getCode() == KeyCode.RIGHT) {
      shell.history().forward();
    } else if (e.isAltDown() && door(e.getCode()) > 0) {
      shell.closeOverlays();
      shell.enterDoor(door(e.getCode()));
    } else if (e.getCode() == KeyCode.F1) {
      shell.help();
    } else {
      return;
    }
    e.consume();
  }

  private void mouse(MouseEvent e) {
    if (e.getButton() == MouseButton.BACK) {
      shell.history().back();
    } else if (e.getButton() == MouseButton.FORWARD) {
      shell.history().forward();
    }
  }

  private static int door(KeyCode code) {
    return switch (code) {
      case DIGIT1, NUMPAD1 -> 1;
      case DIGIT2, NUMPAD2 -> 2;
      case DIGIT3, NUMPAD3 -> 3;
      default -> 0;
    };
  }
}
