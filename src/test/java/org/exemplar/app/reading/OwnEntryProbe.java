package org.exemplar.app.reading;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Window;
import org.exemplar.Main;

/** Starts the program as its launcher does and ends it as soon as a film is on the screen. */
final class OwnEntryProbe {
  private static final int PATIENCE = 600;

  private OwnEntryProbe() {}

  public static void main(String[] arguments) {
    Thread watching = new Thread(OwnEntryProbe::watch, "watch");
    watching.setDaemon(true);
    watching.start();
    Main.main(arguments);
  }

  private static void watch() {
    try {
      for (int i = 0; i < PATIENCE; i++) {
        Thread.sleep(100);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(3);
  }

  private static void look() {
    try {
      Platform.runLater(() -> {
        boolean shown = Window.getWindows().stream().anyMatch(OwnEntryProbe::showsFilm);
        if (shown) {
          System.out.println("a film is shown");
          Runtime.getRuntime().halt(0);
        }
      });
    } catch (IllegalStateException e) {
      // The toolkit has not started yet; the next look will see.
      Thread.onSpinWait();
    }
  }

  private static boolean showsFilm(Window window) {
    Node root = window.getScene() == null ? null : window.getScene().getRoot();
    return root != null
        && root.lookup(".case-panel") != null
        && root.lookupAll(".mask").stream().noneMatch(Node::isVisible);
  }
}
