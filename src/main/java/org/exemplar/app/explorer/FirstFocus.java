package org.exemplar.app.explorer;

import javafx.application.Platform;
import javafx.scene.Node;

/** Puts the keyboard where a page needs it first, when one arrives there. */
final class FirstFocus {
  private FirstFocus() {}

  /**
   * Watches a page.
   *
   * @param act puts the keyboard there; not done while the keyboard is in the page already
   */
  static void on(Node page, Runnable act) {
    page.sceneProperty()
        .addListener((o, was, now) -> {
          if (now != null) {
            Platform.runLater(() -> {
              if (page.getScene() != null && !within(page, page.getScene().getFocusOwner())) {
                act.run();
              }
            });
          }
        });
  }

  private static boolean within(Node page, @org.jspecify.annotations.Nullable Node focused) {
    for (Node node = focused; node != null; node = node.getParent()) {
      if (node.equals(page)) {
        return true;
      }
    }
    return false;
  }
}
