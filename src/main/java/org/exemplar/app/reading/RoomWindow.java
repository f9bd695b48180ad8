package org.exemplar.app.reading;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.exemplar.app.control.FilmModel;
import org.exemplar.app.fx.AppIcon;
import org.exemplar.app.fx.ErrorDialog;
import org.exemplar.app.fx.Theme;
import org.exemplar.study.Display;

/** The window of the dark room: how it looks, where it stands, what it tells. */
final class RoomWindow {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 640;
  private static final double LEAST_HEIGHT = 420;
  private static final Color NEAR_BLACK = Color.web("#050607");

  private final Stage stage;
  private final Theme theme;
  private final RoomServices.Monitor monitor;
  private final Scene scene;
  private double deviceScale;

  /**
   * Puts a root into a window that is not yet shown, in the dark, on the reader's monitor.
   *
   * @param theme its scale is the user's size of words, 1 for the usual
   */
  RoomWindow(Stage stage, Parent root, Theme theme, RoomServices.Monitor monitor) {
    this.stage = stage;
    this.theme = new Theme(Theme.Look.DARK, theme.scale());
    this.monitor = monitor;
    root.getStyleClass().add("room");
    scene = new Scene(root, WIDTH, HEIGHT, NEAR_BLACK);
    this.theme.applyTo(
        scene,
        Theme.resource(FilmModel.class, "control.css"),
        Theme.resource(ReadingRoom.class, "reading.css"));
    stage.setTitle("Exemplar");
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    AppIcon.applyTo(stage);
    Displays.with(monitor.id()).ifPresent(screen -> Displays.place(stage, screen));
  }

  Scene scene() {
    return scene;
  }

  Stage stage() {
    return stage;
  }

  Theme theme() {
    return theme;
  }

  /** The user's size of words. */
  double scale() {
    return theme.scale();
  }

  /** Width and height of what is in it, in px of the design. */
  double width() {
    return scene.getWidth() / theme.scale();
  }

  double height() {
    return scene.getHeight() / theme.scale();
  }

  /** The monitor it is on. */
  Display display() {
    return Displays.of(stage);
  }

  /** Calls back whenever its size changes. */
  void onResized(Runnable act) {
    scene.widthProperty().addListener((o, was, is) -> act.run());
    scene.heightProperty().addListener((o, was, is) -> act.run());
  }

  /** Calls back with the monitor it is on whenever it was moved. */
  void onMoved(Consumer<Display> act) {
    Runnable moved =
        () -> {
          if (stage.isShowing()) {
            act.accept(display());
          }
        };
    stage.xProperty().addListener((o, was, is) -> moved.run());
    stage.yProperty().addListener((o, was, is) -> moved.run());
  }

  /** Calls back when what is in it now has been drawn. */
  void whenDrawn(Runnable act) {
    new AnimationTimer() {
      // Laid out and handed to the renderer in the first pulse, drawn before the third.
      private int left = 3;

      @Override
      public void handle(long now) {
        left--;
        if (left == 0) {
          stop();
          act.run();
        }
      }
    }.start();
  }

  void fullScreen() {
    stage.setFullScreen(!stage.isFullScreen());
  }

  /** Moves to the monitor after this one. */
  void nextMonitor() {
    moveTo(Displays.next(stage));
  }

  /** Moves to a monitor, in full screen if it is now, and opens there from now on. */
  void moveTo(Screen screen) {
    boolean full = stage.isFullScreen();
    stage.setFullScreen(false);
    stage.setMaximized(false);
    Displays.place(stage, screen);
    if (full) {
      Platform.runLater(() -> stage.setFullScreen(true));
    }
    monitor.kept().accept(Displays.describe(screen).id());
  }

  /** Draws films for so many device pixels per px, whatever the display has; 0 as it has. */
  void setDeviceScale(double scale) {
    deviceScale = scale;
  }

  /** Gives something drawn in device pixels the scale it was told, if any. */
  void adopt(DoubleProperty scale) {
    if (deviceScale > 0) {
      scale.unbind();
      scale.set(deviceScale);
    }
  }

  /** Tells over this window what went wrong. */
  Stage tell(String title, Throwable error) {
    return ErrorDialog.show(stage, theme, title, error);
  }
}
