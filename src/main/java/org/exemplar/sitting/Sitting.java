package org.exemplar.sitting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.Answer;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.FindingReview;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.Question;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProtocol;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;

/**
 * One sitting of one reader with one reading file: what comes next and what may be done now. Every
 * change is on disk when the call that made it returns. Used from one thread; only {@link #imageAt}
 * may be called from any.
 *
 * <p>A call that the stage does not allow throws {@link IllegalStateException}: screens ask first.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Sitting implements AutoCloseable {
  private Sitting() {}

  /** Begins a sitting where the last one ended. */
  public static Sitting begin(ReadingJournal journal, SittingClock clock, Seat seat) {
    throw new UnsupportedOperationException();
  }

  /** Whose sitting it is. */
  public ReaderId reader() {
    throw new UnsupportedOperationException();
  }

  /** The reader's part of the protocol. */
  public ReadingProtocol protocol() {
    throw new UnsupportedOperationException();
  }

  /** What the sitting waits for. */
  public Stage stage() {
    throw new UnsupportedOperationException();
  }

  // Before the first case.

  /** DETAILS → INSTRUCTIONS. */
  public void details(int yearsOfExperience, String subspecialty) {
    throw new UnsupportedOperationException();
  }

  /** INSTRUCTIONS → DISPLAY_CHECK, or further when a valid one exists. */
  public void instructionsRead() {
    throw new UnsupportedOperationException();
  }

  /** DISPLAY_CHECK → the next case; a failed check is recorded as a deviation and lets on. */
  public void displayChecked(DisplayCheck check) {
    throw new UnsupportedOperationException();
  }

  // The current case: MASK, CASE, PAUSED, FEEDBACK.

  /** The current item; throws when every case is read. */
  public WorklistItem item() {
    throw new UnsupportedOperationException();
  }

  /** Up to {@code count} items that follow, to decode ahead. */
  public List<WorklistItem> upcoming(int count) {
    throw new UnsupportedOperationException();
  }

  /** Given findings of the current case. */
  public GivenFindings findings() {
    throw new UnsupportedOperationException();
  }

  /** Neutral image of any item; from any thread. */
  public byte[] imageAt(WorklistItem item) {
    throw new UnsupportedOperationException();
  }

  /** How long the mask stays still; zero when the film may appear. */
  public Duration maskLeft() {
    throw new UnsupportedOperationException();
  }

  /**
   * MASK → CASE: the film is on the screen.
   *
   * @param swap how long it took from the end of the mask
   */
  public void shown(Duration swap) {
    throw new UnsupportedOperationException();
  }

  /** Answers of the current case by question, as far as given. */
  public Optional<Answer> answer(String questionId) {
    throw new UnsupportedOperationException();
  }

  /** Answers a question; the focus moves on. */
  public void answer(String questionId, Answer answer) {
    throw new UnsupportedOperationException();
  }

  /** Takes an answer back. */
  public void clear(String questionId) {
    throw new UnsupportedOperationException();
  }

  /** Whether the review finding by finding is open: disagreed, and the protocol asks for it. */
  public boolean reviewOpen() {
    throw new UnsupportedOperationException();
  }

  /** The review so far. */
  public FindingReview review() {
    throw new UnsupportedOperationException();
  }

  /** Judges one given finding; the focus moves on. */
  public void judge(String finding, FindingVerdict verdict) {
    throw new UnsupportedOperationException();
  }

  /** Names a missing finding. */
  public void addMissing(String finding) {
    throw new UnsupportedOperationException();
  }

  /** Takes a missing finding back. */
  public void removeMissing(String finding) {
    throw new UnsupportedOperationException();
  }

  /** The comment on the current case; empty for none. */
  public String comment() {
    throw new UnsupportedOperationException();
  }

  /** Changes the comment. */
  public void comment(String text) {
    throw new UnsupportedOperationException();
  }

  /** What has the focus. */
  public Focus focus() {
    throw new UnsupportedOperationException();
  }

  /** Moves the focus there. */
  public void focus(Focus target) {
    throw new UnsupportedOperationException();
  }

  /** Moves the focus by one, forwards or backwards. */
  public void moveFocus(boolean forwards) {
    throw new UnsupportedOperationException();
  }

  /** Required questions without an answer. */
  public List<Question> unanswered() {
    throw new UnsupportedOperationException();
  }

  /** Given findings without a verdict, while the review is open. */
  public List<String> unjudged() {
    throw new UnsupportedOperationException();
  }

  /** Whether the case may be submitted without a reason. */
  public boolean complete() {
    throw new UnsupportedOperationException();
  }

  /** Submits a complete case. */
  public void submit() {
    throw new UnsupportedOperationException();
  }

  /** Submits a case as it is; a deviation with this reason. */
  public void submitIncomplete(String reason) {
    throw new UnsupportedOperationException();
  }

  /**
   * Leaves out a case whose film cannot be shown; from MASK or CASE.
   *
   * @param reason what is wrong with the film, filled in by the program
   * @param note what the reader adds; may be empty
   */
  public void skip(String reason, String note) {
    throw new UnsupportedOperationException();
  }

  /** Whether the protocol lets the reader go back from here. */
  public boolean mayGoBack() {
    throw new UnsupportedOperationException();
  }

  /** Goes back to the case before. */
  public void goBack() {
    throw new UnsupportedOperationException();
  }

  // Practice.

  /** Feedback on the practice case just submitted. */
  public List<Feedback> feedback() {
    throw new UnsupportedOperationException();
  }

  /** Whether the gate lets the reader on from this practice case. */
  public boolean mayLeaveFeedback() {
    throw new UnsupportedOperationException();
  }

  /** FEEDBACK → the next case. */
  public void leaveFeedback() {
    throw new UnsupportedOperationException();
  }

  /** FEEDBACK → the same practice case again. */
  public void tryAgain() {
    throw new UnsupportedOperationException();
  }

  // Time.

  /** The reader did something: a key, the mouse. */
  public void activity() {
    throw new UnsupportedOperationException();
  }

  /** The window was hidden or the screen locked, or is back. */
  public void hidden(boolean hidden) {
    throw new UnsupportedOperationException();
  }

  /** The window or zoom of the film changed; stored with the ratings. */
  public void view(ViewState view) {
    throw new UnsupportedOperationException();
  }

  /** CASE → PAUSED. */
  public void pause() {
    throw new UnsupportedOperationException();
  }

  /** PAUSED → CASE. */
  public void resume() {
    throw new UnsupportedOperationException();
  }

  /** How long the pause has lasted. */
  public Duration pausedFor() {
    throw new UnsupportedOperationException();
  }

  /** At BREAK: begins the break. */
  public void takeBreak() {
    throw new UnsupportedOperationException();
  }

  /** How long a break that was begun still lasts, or a washout; zero when over. */
  public Duration waitLeft() {
    throw new UnsupportedOperationException();
  }

  /** BREAK or WASHOUT → the next case, once the wait is over. */
  public void goOn() {
    throw new UnsupportedOperationException();
  }

  /** BREAK, LIMIT or WASHOUT → the next case all the same; a deviation with this reason. */
  public void override(String reason) {
    throw new UnsupportedOperationException();
  }

  /** Active time since the file was opened. */
  public Duration activeTime() {
    throw new UnsupportedOperationException();
  }

  /** How far the sitting has come. */
  public SittingProgress progress() {
    throw new UnsupportedOperationException();
  }

  /** What was done, for the thank-you page. */
  public SittingSummary summary() {
    throw new UnsupportedOperationException();
  }

  /** Ends the sitting in order; journal and file stay open. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
