package org.exemplar.app.explorer;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.parts.Card;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Icons;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/** A comparison on its way: how far, what is being done, and a way to stop it. */
final class RunningComparison extends VBox {
  RunningComparison(String name, FxTask<?> task) {
    getStyleClass().addAll("gap-16", "desk-page");
    Label done = Parts.line("", "big-number");
    done.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    task.getProgress() < 0
                        ? "–"
                        : String.format(Locale.ROOT, "%.0f %%", 100 * task.getProgress()),
                task.progressProperty()));
    Label stage = Parts.line("", "muted");
    stage
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    task.pausedProperty().get()
                        ? "Paused after the images under way · " + task.getMessage()
                        : task.getMessage(),
                task.messageProperty(),
                task.pausedProperty()));
    Button cancel = new Button("Cancel", Icons.of(Feather.X));
    cancel.setOnAction(e -> task.cancel());
    HBox head = new HBox(done, Parts.line("done", "muted"), Parts.filler(), pause(task), cancel);
    head.getStyleClass().add("gap-8");
    head.setAlignment(Pos.CENTER_LEFT);
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(task.progressProperty());
    bar.getStyleClass().add("progress-line");
    bar.setMaxWidth(Double.MAX_VALUE);
    Card card =
        new Card(
            name,
            "each finished network is a complete file: a stopped comparison goes on there",
            head,
            bar,
            stage);
    getChildren().addAll(Parts.line("Comparing", "desk-title"), card);
  }

  private static Button pause(FxTask<?> task) {
    Button pause = new Button();
    pause
        .textProperty()
        .bind(Bindings.when(task.pausedProperty()).then("Go on").otherwise("Pause"));
    pause
        .graphicProperty()
        .bind(
            Bindings.createObjectBinding(
                () -> Icons.of(task.pausedProperty().get() ? Feather.PLAY : Feather.PAUSE),
                task.pausedProperty()));
    pause.setOnAction(e -> {
      if (task.pausedProperty().get()) {
        task.resume();
      } else {
        task.pause();
      }
    });
    return pause;
  }
}
