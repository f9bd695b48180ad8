package org.exemplar.app.reading;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.exemplar.study.Display;

/** Monitors as the system describes them. */
final class Displays {
  private Displays() {}

  /** The monitor that shows most of a window. */
  static Display of(Window window) {
    return describe(screen(window));
  }

  /** The monitor after the one a window is on; the same when there is only one. */
  static Screen next(Window window) {
    List<Screen> screens = Screen.getScreens();
    return screens.get((screens.indexOf(screen(window)) + 1) % screens.size());
  }

  private static Screen screen(Window window) {
    double width = Double.isNaN(window.getWidth()) ? 1 : Math.max(1, window.getWidth());
    double height = Double.isNaN(window.getHeight()) ? 1 : Math.max(1, window.getHeight());
    double x = Double.isNaN(window.getX()) ? 0 : window.getX();
    double y = Double.isNaN(window.getY()) ? 0 : window.getY();
    List<Screen> screens = Screen.getScreensForRectangle(x + width / 2, y + height / 2, 1, 1);
    return screens.isEmpty() ? Screen.getPrimary() : screens.getFirst();
  }

  private static Display describe(Screen screen) {
    Rectangle2D bounds = screen.getBounds();
    int width = (int) Math.round(bounds.getWidth() * screen.getOutputScaleX());
    int height = (int) Math.round(bounds.getHeight() * screen.getOutputScaleY());
    int number = Screen.getScreens().indexOf(screen) + 1;
    return new Display(
        "display-" + number + "-" + width + "x" + height, width, height, screen.getOutputScaleX());
  }
}
