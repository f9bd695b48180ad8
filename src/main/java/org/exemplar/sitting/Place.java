package org.exemplar.sitting;

import java.util.Optional;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/** Where a sitting stands: what it waits for, and the case that is open, if one is. */
final class Place {
  private Stage stage = Stage.DETAILS;
  private Stage pausedFrom = Stage.CASE;
  private @Nullable CaseOnScreen open;

  /** What the sitting waits for. */
  Stage stage() {
    return stage;
  }

  /** From now on the sitting waits for this. */
  void waitFor(Stage next) {
    stage = next;
  }

  /** The sitting waits for the mask of this case to end. */
  void open(CaseOnScreen next) {
    open = next;
    stage = Stage.MASK;
  }

  /** No case is open. */
  void close() {
    open = null;
  }

  /** The case that is open, if one is. */
  Optional<CaseOnScreen> open() {
    return Optional.ofNullable(open);
  }

  /** The item that is open, null when none is. */
  @Nullable WorklistItem item() {
    CaseOnScreen now = open;
    return now == null ? null : now.item();
  }

  /** The clock of the case that is open. */
  Optional<CaseTimer> timer() {
    return open().map(now -> now.time().timer());
  }

  /** The case that is open; an error when none is. */
  CaseOnScreen onScreen() {
    CaseOnScreen now = open;
    if (now == null) {
      throw new IllegalStateException("no case is open at " + stage);
    }
    return now;
  }

  /** The case whose film is shown; an error at any other stage. */
  CaseOnScreen atCase() {
    require(Stage.CASE);
    return onScreen();
  }

  /** The case that is masked or shown; an error at any other stage. */
  CaseOnScreen atCaseOrMask() {
    return stage == Stage.MASK ? onScreen() : atCase();
  }

  /** An error at any other stage. */
  void require(Stage wanted) {
    if (stage != wanted) {
      throw new IllegalStateException("possible only at " + wanted + ", not at " + stage);
    }
  }

  /** Where it stands is remembered, and the case stands still. */
  void pause() {
    pausedFrom = stage;
    stage = Stage.PAUSED;
  }

  /** It stands where the pause began, and the clock of a case that is shown runs again. */
  void resume() {
    require(Stage.PAUSED);
    stage = pausedFrom;
    if (stage == Stage.CASE) {
      timer().ifPresent(CaseTimer::start);
    }
  }
}
