package org.exemplar.app.explorer;

import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.radiograph.Gray8;

/**
 * One image in a window of its own. It has its own image, which Page up and down change; sparsity
 * and criterion are the explorer's. Escape closes it.
 */
final class ImageWindow {
  private static final double WIDTH = 1180;
  private static final double HEIGHT = 760;

  private ImageWindow() {}

  /**
   * Opens it.
   *
   * @param films decodes an image, off the JavaFX thread
   * @param workers decode it and go through all images
   */
  static Stage open(
      DeskHost host,
      ExplorerViewModel explorer,
      int image,
      IntFunction<Gray8> films,
      Executor workers) {
    ImageViewModel model =
        new ImageViewModel(
            explorer, new SimpleObjectProperty<>(image), workers, Platform::runLater);
    ImagePage page = new ImagePage(model, films, workers);
    BorderPane frame = new BorderPane(page);
    frame.getStyleClass().add("image-window");
    frame.setTop(new ImageBar(model));
    Scene scene = new Scene(frame, host.theme().px(WIDTH), host.theme().px(HEIGHT));
    Scene owner = host.window().getScene();
    scene.setUserAgentStylesheet(owner.getUserAgentStylesheet());
    scene.getStylesheets().setAll(owner.getStylesheets());
    Stage stage = new Stage();
    stage.setTitle(explorer.exploration().id(image) + " · Exemplar");
    model
        .readingProperty()
        .addListener((o, was, now) -> {
          if (now != null) {
            stage.setTitle(explorer.exploration().id(now.image()) + " · Exemplar");
          }
        });
    stage.getIcons().setAll(icons(host.window()));
    stage.setScene(scene);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.setOnHidden(e -> model.close());
    stage.show();
    return stage;
  }

  private static java.util.List<javafx.scene.image.Image> icons(Window owner) {
    return owner instanceof Stage stage ? stage.getIcons() : java.util.List.of();
  }
}
