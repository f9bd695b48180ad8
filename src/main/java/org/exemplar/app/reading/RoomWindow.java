package org.exemplar.app.reading;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.exemplar.app.control.FilmModel;
import org.exemplar.app.fx.AppIcon;
import org.exemplar.app.fx.Theme;

/** How the window of the dark room looks before anything is in it. */
final class RoomWindow {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 640;
  private static final double LEAST_HEIGHT = 420;
  private static final Color NEAR_BLACK = Color.web("#050607");

  private RoomWindow() {}

  /**
   * Puts a root into the window, in the dark.
   *
   * @param scale the user's size of words, 1 for the usual
   */
  static Scene dress(Stage stage, Parent root, double scale) {
    root.getStyleClass().add("room");
    Scene scene = new Scene(root, WIDTH, HEIGHT, NEAR_BLACK);
    new Theme(Theme.Look.DARK, scale)
        .applyTo(
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
    return scene;
  }
}
