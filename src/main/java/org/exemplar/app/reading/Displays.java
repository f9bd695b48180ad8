package org.exemplar.app.reading;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.exemplar.study.Display;

/** Monitors as the system describes them. */
final class Displays {
  private Displays() {}

  /** The monitor that shows most of a window. */
  static Display of(Window window) {
    return describe(screen(window));
  }

  /** The connected monitor that was described by this id. */
  static Optional<Screen> with(String id) {
    return Screen.getScreens().stream().filter(s -> describe(s).id().equals(id)).findFirst();
  }

  /** The monitor after the one a window is on; the same when there is only one. */
  static Screen next(Window window) {
    List<Screen> screens = Screen.getScreens();
    return screens.get((screens.indexOf(screen(window)) + 1) % screens.size());
  }

  /** Puts a window in the middle of a monitor, no larger than that allows. */
  static void place(Stage stage, Screen screen) {
    Rectangle2D free = screen.getVisualBounds();
    double width = Math.min(size(stage.getWidth(), stage.getScene().getWidth()), free.getWidth());
    double height =
        Math.min(size(stage.getHeight(), stage.getScene().getHeight()), free.getHeight());
    stage.setX(free.getMinX() + (free.getWidth() - width) / 2);
    stage.setY(free.getMinY() + (free.getHeight() - height) / 2);
    stage.setWidth(width);
    stage.setHeight(height);
  }

  private static double size(double ofWindow, double ofScene) {
    return Double.isNaN(ofWindow) ? ofScene : ofWindow;
  }

  /** The monitor that shows most of a window. */
  static Screen screen(Window window) {
    double width = Double.isNaN(window.getWidth()) ? 1 : Math.max(1, window.getWidth());
    double height = Double.isNaN(window.getHeight()) ? 1 : Math.max(1, window.getHeight());
    double x = Double.isNaN(window.getX()) ? 0 : window.getX();
    double y = Double.isNaN(window.getY()) ? 0 : window.getY();
    List<Screen> screens = Screen.getScreensForRectangle(x + width / 2, y + height / 2, 1, 1);
    return screens.isEmpty() ? Screen.getPrimary() : screens.getFirst();
  }

  /** What is stored about a monitor. */
  static Display describe(Screen screen) {
    Rectangle2D bounds = screen.getBounds();
    int width = (int) Math.round(bounds.getWidth() * screen.getOutputScaleX());
    int height = (int) Math.round(bounds.getHeight() * screen.getOutputScaleY());
    int number = Screen.getScreens().indexOf(screen) + 1;
    return new Display(
        "display-" + number + "-" + width + "x" + height, width, height, screen.getOutputScaleX());
  }
}
