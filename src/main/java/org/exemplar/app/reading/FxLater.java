package org.exemplar.app.reading;

import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

/** Waits on the JavaFX thread without holding it up. */
final class FxLater implements Later {
  @Override
  public void after(Duration wait, Runnable then) {
    if (wait.isZero() || wait.isNegative()) {
      Platform.runLater(then);
      return;
    }
    PauseTransition pause = new PauseTransition(javafx.util.Duration.millis(wait.toNanos() / 1e6));
    pause.setOnFinished(e -> then.run());
    pause.play();
  }
}
