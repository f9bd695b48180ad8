package org.exemplar.app.explorer;

import java.util.concurrent.CancellationException;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.ProgressLine;
import org.exemplar.app.control.parts.Buttons;
import org.exemplar.app.control.parts.EmptyState;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Parts;
import org.kordamp.ikonli.feather.Feather;

/**
 * A place for what has to be worked out first: it starts when it is first wanted, says how far it
 * is, can be cancelled and started again.
 *
 * @param <T> what is worked out
 */
public final class Awaited<T> extends StackPane {
  private final DeskHost host;
  private final Location at;
  private final String title;
  private final FxTask.Work<T> work;
  private final Function<T, Node> content;
  private boolean started;

  /**
   * @param at where one comes back to from the running work
   * @param title of the work
   * @param content shows what came out, on the JavaFX thread
   */
  public Awaited(
      DeskHost host, Location at, String title, FxTask.Work<T> work, Function<T, Node> content) {
    this.host = host;
    this.at = at;
    this.title = title;
    this.work = work;
    this.content = content;
  }

  /** Starts the work, unless it is done or under way. */
  public void want() {
    if (!started) {
      started = true;
      start();
    }
  }

  private void start() {
    FxTask<T> task = new FxTask<>(title, work);
    ProgressLine line = new ProgressLine();
    task.progressProperty()
        .addListener((o, was, now) -> line.doneProperty().set(Math.max(0, now.doubleValue())));
    var stage = Parts.line("", "muted");
    stage.textProperty().bind(task.messageProperty());
    var cancel = Buttons.of("Cancel", Feather.X, task::cancel);
    VBox box = new VBox(Parts.line(title, "heading"), line, stage, cancel);
    box.getStyleClass().addAll("gap-12", "working");
    getChildren().setAll(box);
    task.setOnSucceeded(e -> getChildren().setAll(content.apply(task.getValue())));
    task.setOnCancelled(e -> again("Cancelled", "Nothing was changed."));
    task.setOnFailed(e -> {
      Throwable why = task.failure();
      if (why instanceof CancellationException) {
        again("Cancelled", "Nothing was changed.");
      } else {
        again(
            "This could not be worked out",
            why == null || why.getMessage() == null ? "Try it again." : why.getMessage());
      }
    });
    var _ = host.run(at, task);
  }

  private void again(String what, String sentence) {
    getChildren()
        .setAll(
            new EmptyState(
                Feather.ROTATE_CW,
                what,
                sentence,
                Buttons.primary("Start again", Feather.PLAY, this::start)));
  }
}
