package org.exemplar.app.reading;

import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.exemplar.app.control.KeyHint;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.Stage;
import org.kordamp.ikonli.feather.Feather;

/** Hides film and findings while the clock of the case stands still. */
final class PauseCover extends StackPane {
  private final CaseModel model;
  private final Label clock = Parts.line("0:00", "page-title");
  private final Button goOn;
  private final Label read = Parts.line("", "small");
  private final Timeline ticking = new Timeline(new KeyFrame(Duration.seconds(1), e -> tick()));

  PauseCover(CaseModel model, KeyMap keys, Runnable end) {
    this.model = model;
    goOn = RoomParts.plain("", model::pause, "primary", "large", "next-button");
    goOn.setGraphic(new KeyHint(keys.hint(Act.NEXT_CASE)));
    goOn.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    RoomParts.ring(goOn);
    VBox words =
        new VBox(
            Parts.line("Paused", "title"),
            Parts.paragraph("The film is hidden and the clock of this case stands still.", "lead"));
    words.getStyleClass().add("gap-4");
    VBox time = new VBox(Parts.line("Paused for", "small"), clock);
    VBox buttons = new VBox(goOn, RoomParts.plain("End this sitting", end, "large"));
    buttons.getStyleClass().add("gap-8");
    VBox box =
        new VBox(
            Icons.of(Feather.PAUSE, "icon-24"),
            words,
            time,
            buttons,
            RoomParts.noted(Feather.CHECK, "icon-16", read));
    box.getStyleClass().add("cover-box");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    ticking.setCycleCount(Animation.INDEFINITE);
    getStyleClass().add("cover");
    getChildren().add(box);
    setVisible(false);
  }

  /** Appears while the sitting is paused. */
  void refresh() {
    Sitting sitting = model.sitting();
    boolean paused = sitting.stage() == Stage.PAUSED;
    if (paused && !isVisible()) {
      String heading = CaseWords.heading(sitting);
      goOn.setText(
          "Go on with " + heading.substring(0, heading.indexOf(" of ")).toLowerCase(Locale.ROOT));
      int done = sitting.progress().done();
      read.setText(done + (done == 1 ? " case read" : " cases read") + ", every answer is saved");
      tick();
      setVisible(true);
      goOn.requestFocus();
      ticking.play();
    } else if (!paused && isVisible()) {
      ticking.stop();
      setVisible(false);
    }
  }

  private void tick() {
    if (model.sitting().stage() == Stage.PAUSED) {
      long seconds = model.sitting().pausedFor().toSeconds();
      clock.setText(String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
    }
  }
}
