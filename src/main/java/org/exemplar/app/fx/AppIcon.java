package org.exemplar.app.fx;

import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The application's icon as the system's window list shows it. */
public final class AppIcon {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

  private AppIcon() {}

  /** Gives a window the icon in every size. */
  public static void applyTo(Stage stage) {
    stage
        .getIcons()
        .setAll(
            IntStream.of(SIZES)
                .mapToObj(size -> new Image(Theme.resource(AppIcon.class, "icon/" + size + ".png")))
                .toList());
  }
}
