package org.exemplar.app.explorer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.exemplar.pie.PieSelection;
import org.jspecify.annotations.Nullable;

/**
 * The explorer without its screen: a state that can be changed and undone, and what is shown for
 * it. Working out what is shown happens in the background; only the newest state's is kept. Used on
 * one thread, the {@code ui} executor's.
 */
public final class ExplorerViewModel {
  private static final int STEPS = 100;

  private final Exploration exploration;
  private final Executor background;
  private final Executor ui;
  private final Consumer<Throwable> failed;
  private final ReadOnlyObjectWrapper<ExplorerState> state;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<@Nullable Integer> focused = new SimpleObjectProperty<>();
  private final ObjectProperty<ImageRatings> ratings =
      new SimpleObjectProperty<>(ImageRatings.NONE);
  private final ObservableSet<Integer> selected = FXCollections.observableSet();
  private final Deque<ExplorerState> history = new ArrayDeque<>();
  private @Nullable ExplorerState beforeDrag;
  private @Nullable ExplorerState running;

  /**
   * @param background where images are gone through
   * @param ui where properties change, e.g. {@code Platform::runLater}
   * @param failed told, on {@code ui}, when a state could not be shown
   */
  public ExplorerViewModel(
      Exploration exploration, Executor background, Executor ui, Consumer<Throwable> failed) {
    this.exploration = exploration;
    this.background = background;
    this.ui = ui;
    this.failed = failed;
    this.state = new ReadOnlyObjectWrapper<>(ExplorerState.start(exploration));
    refresh();
  }

  /** What is explored. */
  public Exploration exploration() {
    return exploration;
  }

  /** What the explorer is set to. */
  public ReadOnlyObjectProperty<ExplorerState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What is shown; null until the first is worked out. It may lag behind the state. */
  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Whether something newer than what is shown is being worked out. */
  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Whether there is a step to undo. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  /** The image that keys act on; null for none. */
  public ObjectProperty<@Nullable Integer> focusedProperty() {
    return focused;
  }

  /** What readers said about images, once that may be known. */
  public ObjectProperty<ImageRatings> ratingsProperty() {
    return ratings;
  }

  /** Images that were added to the selection. */
  public ObservableSet<Integer> selected() {
    return selected;
  }

  /** Adds an image to the selection, or takes it out. */
  public void toggle(int image) {
    if (!selected.remove(image)) {
      selected.add(image);
    }
  }

  /** Changes the state as one step of undo. */
  public void change(UnaryOperator<ExplorerState> change) {
    ExplorerState before = state.get();
    ExplorerState after = change.apply(before);
    if (!after.equals(before)) {
      remember(before);
      set(after);
    }
  }

  /** Changes the criterion while its handle is dragged; {@link #drop} makes it one step of undo. */
  public void drag(double percentile) {
    ExplorerState before = beforeDrag;
    if (before == null) {
      beforeDrag = state.get();
    }
    set(state.get().below(percentile));
  }

  /** The handle was let go. */
  public void drop() {
    ExplorerState before = beforeDrag;
    beforeDrag = null;
    if (before != null && !before.equals(state.get())) {
      remember(before);
    }
  }

  /** Moves the criterion so that there are that many PIEs, at least one. */
  public void choosePies(int pies) {
    int n = exploration.images();
    change(s -> s.below(100.0 * Math.clamp(pies, 1, n) / n));
  }

  /** How many PIEs the state's criterion gives. */
  public int pies() {
    return PieSelection.count(exploration.images(), state.get().percentile());
  }

  /** Goes one step back. */
  public void undo() {
    ExplorerState before = history.pollLast();
    undoable.set(!history.isEmpty());
    if (before != null) {
      set(before);
    }
  }

  private void remember(ExplorerState before) {
    history.addLast(before);
    if (history.size() > STEPS) {
      history.removeFirst();
    }
    undoable.set(true);
  }

  private void set(ExplorerState next) {
    if (!next.equals(state.get())) {
      state.set(next);
      refresh();
    }
  }

  /** Starts working out the newest state, unless a worker is at it: that one will look again. */
  private void refresh() {
    working.set(true);
    if (running == null) {
      ExplorerState next = state.get();
      running = next;
      background.execute(() -> work(next));
    }
  }

  private void work(ExplorerState next) {
    try {
      Shown result = Shown.of(exploration, next);
      ui.execute(() -> finished(next, result, null));
    } catch (RuntimeException e) {
      ui.execute(() -> finished(next, null, e));
    }
  }

  private void finished(ExplorerState of, @Nullable Shown result, @Nullable Throwable error) {
    running = null;
    if (result != null) {
      shown.set(result);
    }
    if (of.equals(state.get())) {
      working.set(false);
      if (error != null) {
        failed.accept(error);
      }
    } else {
      refresh();
    }
  }
}
