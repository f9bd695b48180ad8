package org.exemplar.app.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.exemplar.app.control.FilmModel;
import org.exemplar.app.control.FilmState;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.Stage;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/**
 * The current case as the reader sees it and what acts do to it. Holds no rule of the reading:
 * those are the sitting's. Views read it anew whenever {@link #revisionProperty} changes.
 */
public final class CaseModel {
  /**
   * What the model works with.
   *
   * @param loader decodes films
   * @param nanos monotonic nanoseconds, to measure the swap
   * @param later waits for the end of the mask
   * @param ui runs on the JavaFX thread
   * @param failed told what could not be stored
   */
  record Services(
      FilmLoader loader,
      LongSupplier nanos,
      Later later,
      Executor ui,
      Consumer<RuntimeException> failed) {}

  private static final int AHEAD = 2;
  private static final Duration HAND_STILL_ON_ENTER = Duration.ofMillis(500);

  private final Sitting sitting;
  private final Services services;
  private final FilmModel film = new FilmModel();
  private final CaseAnswers answers;
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");
  private @Nullable BrokenFilm broken;
  private @Nullable WorklistItem loading;
  private boolean enterTooEarly;
  private boolean askingReason;
  private boolean enterIgnored;
  private long maskOverAt;

  CaseModel(Sitting sitting, Services services) {
    this.sitting = sitting;
    this.services = services;
    answers =
        new CaseAnswers(
            sitting,
            services.later(),
            this::guarded,
            this::changed,
            () -> sitting.stage() == Stage.CASE && broken == null);
    film.stateProperty().addListener((o, was, is) -> viewChanged(is));
  }

  /** Changes whenever anything that a view shows may have changed. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** The film and its view. */
  public FilmModel film() {
    return film;
  }

  /** The rules behind it, to be read only. */
  Sitting sitting() {
    return sitting;
  }

  /** What is wrong with the film; empty when it is shown or on its way. */
  public Optional<BrokenFilm> broken() {
    return Optional.ofNullable(broken);
  }

  /** Whether Enter was pressed before everything was answered. */
  public boolean enterTooEarly() {
    return enterTooEarly;
  }

  /** Whether the reason for submitting an incomplete case is asked for. */
  public boolean askingReason() {
    return askingReason;
  }

  /** The questions that are asked about this case, as they stand. */
  public List<QuestionState> questions() {
    return answers.states(answering());
  }

  /** What keys and clicks do to the answers. */
  public CaseAnswers answers() {
    return answers;
  }

  /** Whether there is a case on the screen that can be or was answered. */
  public boolean answering() {
    return sitting.stage() == Stage.CASE || sitting.stage() == Stage.PAUSED;
  }

  /** Begins the mask, or shows the film again where the sitting stands within a case. */
  void arrive() {
    enterTooEarly = false;
    askingReason = false;
    broken = null;
    WorklistItem item = sitting.item();
    if (sitting.stage() != Stage.MASK && film.film() != null && item.equals(loading)) {
      changed();
      return;
    }
    film.show(null);
    loading = item;
    List<WorklistItem> wanted = new ArrayList<>();
    wanted.add(item);
    wanted.addAll(sitting.upcoming(AHEAD));
    services.loader().keep(wanted);
    changed();
    services.later().after(sitting.maskLeft(), () -> maskOver(item));
  }

  private void maskOver(WorklistItem item) {
    if (!item.equals(loading) || (sitting.stage() != Stage.MASK && film.film() != null)) {
      return;
    }
    Duration left = sitting.maskLeft();
    if (left.isPositive()) {
      services.later().after(left, () -> maskOver(item));
      return;
    }
    maskOverAt = services.nanos().getAsLong();
    var _ =
        services
            .loader()
            .film(item)
            .whenCompleteAsync((image, error) -> decoded(item, image, error), services.ui());
  }

  private void decoded(
      WorklistItem item, @Nullable NeutralRadiograph image, @Nullable Throwable error) {
    if (!item.equals(loading)) {
      return;
    }
    if (image != null) {
      film.show(image);
    } else if (error != null) {
      broken = BrokenFilm.of(item.code().value(), "position " + item.position(), error);
      enterIgnored = true;
      services.later().after(HAND_STILL_ON_ENTER, () -> enterIgnored = false);
    }
    changed();
  }

  /** Told by the view that the film is on the screen. */
  void filmDrawn() {
    if (sitting.stage() == Stage.MASK && film.film() != null) {
      Duration swap = Duration.ofNanos(services.nanos().getAsLong() - maskOverAt);
      guarded(() -> sitting.shown(swap));
      viewChanged(film.state());
    }
  }

  private void viewChanged(@Nullable FilmState state) {
    if (state != null && sitting.stage() == Stage.CASE) {
      sitting.view(
          new ViewState(
              state.window().centre(),
              state.window().width(),
              state.inverted(),
              state.transform().zoom()));
    }
  }

  /** Submits, or says what is missing; on a film that cannot be shown it skips the case. */
  public void next() {
    if (broken != null) {
      if (!enterIgnored) {
        skip("");
      }
    } else if (sitting.stage() == Stage.FEEDBACK) {
      enterTooEarly = !sitting.mayLeaveFeedback();
      guarded(enterTooEarly ? () -> {} : sitting::leaveFeedback);
    } else if (sitting.stage() == Stage.CASE) {
      enterTooEarly = !sitting.onScreen().complete();
      guarded(enterTooEarly ? () -> {} : sitting::submit);
    }
  }

  /** Asks for the reason why the case is submitted incomplete; submits at once when it is not. */
  public void askIncomplete() {
    if (sitting.stage() != Stage.CASE || broken != null) {
      return;
    }
    if (sitting.onScreen().complete()) {
      next();
    } else {
      askingReason = true;
      changed();
    }
  }

  /** Submits with a reason; a blank one is none. */
  public void submitIncomplete(String reason) {
    if (askingReason && !reason.isBlank()) {
      askingReason = false;
      guarded(() -> sitting.submitIncomplete(reason.strip()));
    }
  }

  /** Back to answering. */
  public void cancelReason() {
    askingReason = false;
    changed();
  }

  /** Leaves out a case whose film cannot be shown. */
  public void skip(String note) {
    BrokenFilm film = broken;
    if (film != null) {
      broken = null;
      guarded(() -> sitting.skip(film.why(), note.strip()));
    }
  }

  /** Reads a film that could not be shown once more. */
  public void loadAgain() {
    WorklistItem item = loading;
    if (item != null) {
      services.loader().forget(item);
      loading = null;
      arrive();
    }
  }

  /** Goes back where the protocol allows it. */
  public void previous() {
    if (sitting.mayGoBack()) {
      broken = null;
      guarded(sitting::goBack);
    }
  }

  /** The same practice case again. */
  public void tryAgain() {
    if (sitting.stage() == Stage.FEEDBACK) {
      guarded(sitting::tryAgain);
    }
  }

  /** Pauses or goes on. */
  public void pause() {
    if (sitting.stage() == Stage.CASE || sitting.stage() == Stage.MASK) {
      guarded(sitting::pause);
    } else if (sitting.stage() == Stage.PAUSED) {
      guarded(sitting::resume);
    }
  }

  /** Stores what is still being typed, before the window is closed. */
  void leave() {
    guarded(() -> {});
  }

  private void guarded(Runnable change) {
    Stage before = sitting.stage();
    try {
      answers.flush();
      change.run();
    } catch (RuntimeException e) {
      services.failed().accept(e);
    }
    if (sitting.stage() == Stage.CASE && sitting.onScreen().complete()) {
      enterTooEarly = false;
    }
    boolean masked = sitting.stage() == Stage.MASK;
    if (masked && (before != Stage.MASK || !sitting.item().equals(loading))) {
      arrive();
    } else {
      changed();
    }
  }

  private void changed() {
    revision.set(revision.get() + 1);
  }
}
