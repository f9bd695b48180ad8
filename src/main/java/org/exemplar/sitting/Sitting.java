package org.exemplar.sitting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProtocol;
import org.exemplar.study.SittingEvent.Kind;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;

/**
 * One sitting of one reader with one reading file: what comes next and what may be done now. Every
 * change is on disk when the call that made it returns. Used from one thread; only {@link #imageAt}
 * may be called from any.
 *
 * <p>A call that the stage does not allow throws {@link IllegalStateException}: screens ask first.
 * When writing fails, a {@link org.exemplar.problem.Problem} says why and the sitting stands where
 * it stood.
 */
public final class Sitting implements AutoCloseable {
  private final ReadingJournal journal;
  private final Scribe scribe;
  private final Course course;
  private final Preliminaries preliminaries;
  private final Gate gate;
  private final Rests rests;
  private final Place place = new Place();
  private int readNow;
  private ViewState view = ViewState.UNSEEN;

  private Sitting(ReadingJournal journal, SittingClock clock, Seat seat) {
    this.journal = journal;
    this.scribe = new Scribe(journal, clock, seat);
    this.course = new Course(journal);
    this.preliminaries = new Preliminaries(journal, scribe);
    this.gate = new Gate(journal);
    this.rests = new Rests(protocol().rules(), clock.nanos(), course, scribe);
  }

  /**
   * Begins a sitting where the last one ended.
   *
   * @throws org.exemplar.problem.Problem when a person would add to simulated ratings, or a program
   *     to a person's
   */
  public static Sitting begin(ReadingJournal journal, SittingClock clock, Seat seat) {
    Sitting sitting = new Sitting(journal, clock, seat);
    sitting.preliminaries.admit();
    sitting.enter();
    return sitting;
  }

  /** Whose sitting it is. */
  public ReaderId reader() {
    return journal.file().summary().reader();
  }

  /** The reader's part of the protocol. */
  public ReadingProtocol protocol() {
    return journal.file().protocol();
  }

  /** What the sitting waits for. */
  public Stage stage() {
    return place.stage();
  }

  /** DETAILS → INSTRUCTIONS. */
  public void details(int yearsOfExperience, String subspecialty) {
    place.require(Stage.DETAILS);
    preliminaries.details(yearsOfExperience, subspecialty);
    enter();
  }

  /** INSTRUCTIONS → DISPLAY_CHECK, or further when a valid one exists. */
  public void instructionsRead() {
    place.require(Stage.INSTRUCTIONS);
    scribe.event(Kind.INSTRUCTIONS_READ, 0, 0, "");
    enter();
  }

  /** DISPLAY_CHECK → the next case; a failed check is recorded as a deviation and lets on. */
  public void displayChecked(DisplayCheck check) {
    place.require(Stage.DISPLAY_CHECK);
    preliminaries.displayChecked(check);
    enter();
  }

  /** The window was moved to another display: a check of it comes before the next case. */
  public void movedTo(Display display) {
    preliminaries.movedTo(display);
  }

  private void enter() {
    preliminaries.due().ifPresentOrElse(place::waitFor, this::advance);
  }

  /** Between two cases: what has to come before the next one, or nothing any more. */
  private void advance() {
    place.close();
    Optional<WorklistItem> next = course.next();
    if (next.isEmpty()) {
      scribe.once(Kind.FINISHED);
      place.waitFor(Stage.DONE);
    } else {
      place.waitFor(
          preliminaries.displayCheckDue() ? Stage.DISPLAY_CHECK : rests.dueBefore(next.get()));
    }
    if (stage() == Stage.DONE || stage() == Stage.MASK) {
      course.arrived();
      next.ifPresent(this::load);
    }
  }

  private void load(WorklistItem item) {
    place.open(CaseOnScreen.open(journal, item, scribe, () -> place.require(Stage.CASE)));
  }

  /** The current item; throws when every case is read. */
  public WorklistItem item() {
    return place
        .open()
        .map(CaseOnScreen::item)
        .or(course::next)
        .orElseThrow(IllegalStateException::new);
  }

  /** Up to {@code count} items that follow, to decode ahead. */
  public List<WorklistItem> upcoming(int count) {
    return place.open().map(now -> course.after(now.item(), count)).orElse(List.of());
  }

  /** The current case with its answers and focus. */
  public CaseOnScreen onScreen() {
    return place.onScreen();
  }

  /** Neutral image of any item; from any thread. */
  public byte[] imageAt(WorklistItem item) {
    return journal.image(item.code());
  }

  /** How long the mask stays still; zero when the film may appear. */
  public Duration maskLeft() {
    return stage() == Stage.MASK ? rests.maskLeft() : Duration.ZERO;
  }

  /**
   * MASK → CASE: the film is on the screen.
   *
   * @param swap how long it took from the end of the mask
   */
  public void shown(Duration swap) {
    place.require(Stage.MASK);
    if (maskLeft().isPositive()) {
      throw new IllegalStateException("the mask is not over");
    }
    onScreen().shown(swap);
    place.waitFor(Stage.CASE);
  }

  /** Submits a complete case. */
  public void submit() {
    CaseOnScreen now = place.atCase();
    if (!now.complete()) {
      throw new IllegalStateException("answers are missing");
    }
    now.submit("", view);
    leave(now);
  }

  /** Submits a case as it is; a deviation with this reason, unless nothing is missing. */
  public void submitIncomplete(String reason) {
    CaseOnScreen now = place.atCase();
    now.submit(reason, view);
    leave(now);
  }

  /**
   * Leaves out a case whose film cannot be shown; from MASK or CASE.
   *
   * @param reason what is wrong with the film, filled in by the program
   * @param note what the reader adds; may be empty
   */
  public void skip(String reason, String note) {
    CaseOnScreen now = place.atCaseOrMask();
    now.skip(reason, note, view);
    leave(now);
  }

  private void leave(CaseOnScreen now) {
    rests.worked(now.stop());
    rests.startWait();
    if (course.passed(now.item())) {
      course.finish(now.item());
    }
    readNow += now.item().practice() || course.correcting() ? 0 : 1;
    if (now.item().practice() && !gate.feedback(now).isEmpty()) {
      place.waitFor(Stage.FEEDBACK);
    } else {
      advance();
    }
  }

  /** Whether the protocol lets the reader go back from here. */
  public boolean mayGoBack() {
    return before().isPresent();
  }

  /** Goes back to the case before; its answers are there and can be changed. */
  public void goBack() {
    WorklistItem before = before().orElseThrow(IllegalStateException::new);
    note(Kind.WENT_BACK, "to " + before.position());
    place.open().ifPresent(now -> rests.worked(now.stop()));
    course.correctFrom(place.item());
    rests.startWait();
    load(before);
  }

  private Optional<WorklistItem> before() {
    boolean possible = stage() == Stage.CASE || stage() == Stage.MASK || stage() == Stage.DONE;
    return possible ? course.before(place.item()) : Optional.empty();
  }

  /** Whether feedback will follow the practice case on the screen: the team left answers to it. */
  public boolean feedbackFollows() {
    return item().practice() && !gate.feedback(onScreen()).isEmpty();
  }

  /** Feedback on the practice case just submitted. */
  public List<Feedback> feedback() {
    place.require(Stage.FEEDBACK);
    return gate.feedback(onScreen());
  }

  /** Whether the gate lets the reader on from this practice case. */
  public boolean mayLeaveFeedback() {
    return stage() == Stage.FEEDBACK && course.finished(item());
  }

  /** FEEDBACK → the next case. */
  public void leaveFeedback() {
    if (!mayLeaveFeedback()) {
      throw new IllegalStateException("the practice case is to be tried again");
    }
    rests.startWait();
    advance();
  }

  /** FEEDBACK → the same practice case again. */
  public void tryAgain() {
    place.require(Stage.FEEDBACK);
    WorklistItem item = item();
    scribe.event(Kind.PRACTICE_REPEATED, item.position(), 0, "");
    course.reopen(item);
    rests.startWait();
    load(item);
  }

  /** The reader did something: a key, the mouse. */
  public void activity() {
    place.timer().ifPresent(CaseTimer::input);
  }

  /** The window was hidden or the screen locked, or is back. */
  public void hidden(boolean hidden) {
    place.timer().ifPresent(timer -> timer.hidden(hidden));
  }

  /** The window or zoom of the film changed; stored with the ratings. */
  public void view(ViewState state) {
    view = state;
  }

  /** CASE or MASK → PAUSED. */
  public void pause() {
    place.atCaseOrMask().event(Kind.PAUSED, "");
    onScreen().stop();
    rests.startWait();
    place.pause();
  }

  /** PAUSED → where the pause began. */
  public void resume() {
    place.require(Stage.PAUSED);
    onScreen().event(Kind.RESUMED, "");
    place.resume();
  }

  /** How long the pause has lasted. */
  public Duration pausedFor() {
    return stage() == Stage.PAUSED ? rests.waited() : Duration.ZERO;
  }

  /** At BREAK: begins the break. */
  public void takeBreak() {
    place.require(Stage.BREAK);
    rests.takeBreak();
  }

  /** Whether a break was begun and is not ended yet. */
  public boolean onBreak() {
    return rests.onBreak();
  }

  /** How long the break or the washout still lasts; zero when over, or when there is none. */
  public Duration waitLeft() {
    return stage() == Stage.BREAK || stage() == Stage.WASHOUT
        ? rests.left(stage(), item())
        : Duration.ZERO;
  }

  /** BREAK or WASHOUT → the next case, once the wait is over. */
  public void goOn() {
    if (waitLeft().isPositive() || (stage() != Stage.BREAK && stage() != Stage.WASHOUT)) {
      throw new IllegalStateException("going on now needs a reason");
    }
    if (stage() == Stage.BREAK) {
      rests.endBreak();
    }
    advance();
  }

  /** BREAK, LIMIT or WASHOUT → the next case all the same; a deviation with this reason. */
  public void override(String reason) {
    rests.override(stage(), item(), reason);
    advance();
  }

  /** Active time since the file was opened. */
  public Duration activeTime() {
    boolean counted = place.open().isEmpty() || stage() == Stage.FEEDBACK;
    return rests.active(counted ? 0 : onScreen().time().timer().activeNanos());
  }

  /** How far the sitting has come. */
  public SittingProgress progress() {
    return Tally.progress(journal.file(), place.item(), readNow);
  }

  /** What was done, for the thank-you page. */
  public SittingSummary summary() {
    return Tally.summary(journal.file());
  }

  /** Ends the sitting in order; journal and file stay open. */
  @Override
  public void close() {
    place.timer().ifPresent(CaseTimer::stop);
    note(Kind.CLOSED, "");
  }

  /** Writes what happened, at the case on the screen or between two. */
  private void note(Kind kind, String note) {
    place
        .open()
        .filter(now -> stage() != Stage.FEEDBACK)
        .ifPresentOrElse(now -> now.event(kind, note), () -> scribe.event(kind, 0, 0, note));
  }
}
