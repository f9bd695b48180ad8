package org.exemplar.app.reading;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Turns key events into strokes, the same on every keyboard that has the key. */
final class RoomKeys {
  private static final String SIGNS = "?[]\\+=-/";

  private RoomKeys() {}

  /** The stroke of a key event; empty for a modifier alone. */
  static Optional<Stroke> stroke(KeyEvent e) {
    KeyCode code = e.getCode();
    if (code.isModifierKey()) {
      return Optional.empty();
    }
    String sign = sign(e);
    if (!sign.isEmpty()) {
      return Optional.of(Stroke.of(sign));
    }
    return Optional.of(
        new Stroke(
            name(code), e.isShiftDown(), e.isControlDown() || e.isMetaDown(), e.isAltDown()));
  }

  /** Signs lie on different keys with different modifiers: what counts is the sign. */
  private static String sign(KeyEvent e) {
    String text = e.getText();
    if (text.length() == 1 && SIGNS.contains(text) && !(e.isShiftDown() && text.equals("/"))) {
      return text;
    }
    return switch (e.getCode()) {
      case SLASH -> e.isShiftDown() ? "?" : "/";
      case OPEN_BRACKET -> "[";
      case CLOSE_BRACKET -> "]";
      case BACK_SLASH -> "\\";
      case PLUS, ADD -> "+";
      case EQUALS -> e.isShiftDown() ? "+" : "=";
      case MINUS, SUBTRACT -> "-";
      default -> "";
    };
  }

  private static String name(KeyCode code) {
    if (code.isLetterKey()) {
      return code.getName();
    }
    if (code.isDigitKey()) {
      return code.getName().substring(code.getName().length() - 1);
    }
    return switch (code) {
      case ENTER -> "Enter";
      case BACK_SPACE -> "Backspace";
      case PAGE_DOWN -> "PageDown";
      case PAGE_UP -> "PageUp";
      case LEFT, KP_LEFT -> "Left";
      case RIGHT, KP_RIGHT -> "Right";
      case UP, KP_UP -> "Up";
      case DOWN, KP_DOWN -> "Down";
      case ESCAPE -> "Escape";
      case SPACE -> "Space";
      case TAB -> "Tab";
      default -> code.getName();
    };
  }
}
