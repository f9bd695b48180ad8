package org.exemplar.app.reading;

import javafx.scene.control.ScrollPane;

/** Scrolls what is longer than its window by the keys that everybody tries. */
final class ScrollKeys {
  private static final double LINES = 0.12;
  private static final double PAGE = 0.9;

  private ScrollKeys() {}

  /**
   * Scrolls by a key.
   *
   * @return false when the key means nothing here
   */
  static boolean scroll(ScrollPane pane, Stroke stroke) {
    if (stroke.ctrl() || stroke.alt()) {
      return false;
    }
    switch (stroke.key()) {
      case "Down" -> move(pane, LINES);
      case "Up" -> move(pane, -LINES);
      case "PageDown" -> move(pane, PAGE);
      case "PageUp" -> move(pane, -PAGE);
      case "Space" -> move(pane, stroke.shift() ? -PAGE : PAGE);
      case "Home" -> pane.setVvalue(0);
      case "End" -> pane.setVvalue(1);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** By so many heights of the window. */
  private static void move(ScrollPane pane, double windows) {
    double window = pane.getViewportBounds().getHeight();
    double hidden = pane.getContent().getBoundsInLocal().getHeight() - window;
    if (hidden > 0) {
      pane.setVvalue(Math.clamp(pane.getVvalue() + windows * window / hidden, 0, 1));
    }
  }
}
