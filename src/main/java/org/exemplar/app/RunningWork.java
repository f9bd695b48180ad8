package org.exemplar.app;

import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.FxTask;

/** Long work on its way, off the JavaFX thread, oldest first. */
final class RunningWork {
  /**
   * One piece of it.
   *
   * @param startedAt where it was started
   */
  record Piece(Location startedAt, FxTask<?> task) {}

  private final ExecutorService workers;
  private final BiConsumer<String, Throwable> failed;
  private final ObservableList<Piece> pieces = FXCollections.observableArrayList();

  /**
   * @param workers where it runs
   * @param failed told what failed and why, unless the task handles it itself
   */
  RunningWork(ExecutorService workers, BiConsumer<String, Throwable> failed) {
    this.workers = workers;
    this.failed = failed;
  }

  ObservableList<Piece> pieces() {
    return pieces;
  }

  <T> FxTask<T> run(Location startedAt, FxTask<T> task) {
    Piece piece = new Piece(startedAt, task);
    pieces.add(piece);
    task.runningProperty()
        .addListener((o, was, running) -> {
          if (was && !running) {
            pieces.remove(piece);
          }
        });
    task.stateProperty()
        .addListener((o, was, is) -> {
          Throwable error = task.failure();
          if (is == javafx.concurrent.Worker.State.FAILED
              && task.getOnFailed() == null
              && error != null) {
            failed.accept(task.getTitle(), error);
          }
        });
    workers.execute(task);
    return task;
  }
}
