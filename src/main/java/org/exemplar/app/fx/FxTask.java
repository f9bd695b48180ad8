package org.exemplar.app.fx;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.concurrent.Task;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Long work on its way, as JavaFX watches it: {@code messageProperty} is the stage in words, {@code
 * progressProperty} the share done, {@code cancel()} the wish to stop. Results and errors arrive on
 * the JavaFX thread.
 *
 * @param <T> what the work gives
 */
public final class FxTask<T> extends Task<T> {
  /** Work that knows nothing of screens. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does the work on a background thread.
     *
     * @param progress told how far the work has come
     * @param cancellation asked where stopping leaves nothing half done
     * @throws Exception when the work fails; a {@code Problem} is the user's to put right
     */
    T run(Progress progress, Cancellation cancellation) throws Exception;
  }

  private final Work<T> work;
  private final Cancellation cancellation = new Cancellation();
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();

  /**
   * @param title what is being done, as the list of running work names it
   */
  public FxTask(String title, Work<T> work) {
    this.work = work;
    updateTitle(title);
  }

  @Override
  protected T call() throws Exception {
    return work.run(this::report, cancellation);
  }

  /**
   * Asks the work to stop at its next safe point. The thread is not interrupted: an interrupt in
   * the middle of a file channel would close it. The task counts as cancelled before the work hears
   * of it, so that work that ends at once is not taken for failed.
   */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(false);
    cancellation.cancel();
    return cancelled;
  }

  /** Asks the work to stand still at its next safe point. */
  public void pause() {
    cancellation.pause();
    paused.set(true);
  }

  /** Lets paused work go on. */
  public void resume() {
    cancellation.resume();
    paused.set(false);
  }

  /** Whether the work was asked to stand still. */
  public ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  private void report(String stage, long done, long total) {
    updateMessage(stage);
    updateProgress(total < 0 ? -1 : done, total < 0 ? -1 : total);
  }

  /** Why the work failed; null unless it did. */
  public @Nullable Throwable failure() {
    return getException();
  }
}
