package org.exemplar.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.Answer;
import org.exemplar.study.FindingReview;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.Question;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.ReadingProtocol;
import org.exemplar.study.SittingEvent.Kind;
import org.exemplar.study.Submission;
import org.exemplar.study.Submission.Outcome;
import org.exemplar.study.Timing;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/**
 * The current case: its answers, its time and what has the focus. A change is first written and
 * then taken over, so that what stands here is on disk. Answers change only while the sitting is at
 * {@link Stage#CASE}; else an {@link IllegalStateException} is thrown.
 */
public final class CaseOnScreen {
  private final WorklistItem item;
  private final CaseDraft draft;
  private final CaseTime time;
  private final Scribe scribe;
  private final Runnable atCase;
  private Focus focus;

  /**
   * @param atCase throws unless answers may change now
   */
  CaseOnScreen(WorklistItem item, CaseDraft draft, CaseTime time, Scribe scribe, Runnable atCase) {
    this.atCase = atCase;
    this.item = item;
    this.draft = draft;
    this.time = time;
    this.scribe = scribe;
    this.focus = draft.after(new Focus.OnNext());
  }

  /** The case as the file left it, with the answers given so far. */
  static CaseOnScreen open(
      ReadingJournal journal, WorklistItem item, Scribe scribe, Runnable atCase) {
    ReadingProtocol protocol = journal.file().protocol();
    CaseDraft draft = new CaseDraft(protocol.questions(), journal.findings(item.code()));
    draft.applyAll(journal.file().changes(item));
    draft.comment(journal.file().comment(item).orElse(""));
    CaseTimer timer = scribe.timer(protocol.rules().pacing().idleAfter());
    return new CaseOnScreen(item, draft, CaseTime.of(journal.file(), item, timer), scribe, atCase);
  }

  /** Which case at which place. */
  public WorklistItem item() {
    return item;
  }

  CaseTime time() {
    return time;
  }

  /** The film is on the screen; its time begins. */
  void shown(Duration swap) {
    event(Kind.SHOWN, Long.toString(swap.toMillis()));
    time.shown(scribe.now());
    time.timer().start();
    clearWhatIsNotAsked();
  }

  /** Writes something that happened at this case. */
  void event(Kind kind, String note) {
    scribe.event(kind, item.position(), time.activeMs(), note);
  }

  /** Stops its time, and says how much of it was active since the case was opened. */
  long stop() {
    time.timer().stop();
    return time.timer().activeNanos();
  }

  /**
   * Writes the case as finished by the reader.
   *
   * @param reason why it is incomplete; not kept when it is complete
   */
  void submit(String reason, ViewState view) {
    time.timer().input();
    Outcome outcome = complete() ? Outcome.COMPLETE : Outcome.INCOMPLETE;
    String kept = complete() ? "" : reason;
    scribe.submission(
        new Submission(item, outcome, kept, draft.comment(), scribe.timing(time)),
        draft.given(),
        view);
  }

  /** Writes the case as left out, whether or not its film was ever on the screen. */
  void skip(String reason, String note, ViewState view) {
    Instant at = scribe.now();
    Timing timing = new Timing(time.firstShown(at), at, time.activeMs(), time.idleMs());
    scribe.submission(new Submission(item, Outcome.SKIPPED, reason, note, timing), List.of(), view);
  }

  /** The findings that the case comes with. */
  public GivenFindings findings() {
    return draft.findings();
  }

  /** The answer to a question, as far as given. */
  public Optional<Answer> answer(String questionId) {
    return draft.answer(questionId);
  }

  /** Whether a question is asked about this case, as it is answered so far. */
  public boolean asked(Question question) {
    return draft.asked(question);
  }

  /**
   * Answers a question; the focus moves on. Giving the same answer again changes nothing else. What
   * is not asked any more with this answer loses its own.
   *
   * @throws IllegalArgumentException when the question does not offer this answer or is not asked
   */
  public void answer(String questionId, Answer answer) {
    compose(questionId, answer);
    focus = draft.after(new Focus.OnQuestion(questionId));
  }

  /**
   * Answers a question like {@link #answer}, while the reader is still at it: the focus stays.
   *
   * @param answer null takes the answer back
   */
  public void compose(String questionId, @Nullable Answer answer) {
    atCase.run();
    Question question = draft.question(questionId);
    if (answer != null && (!question.accepts(answer) || !draft.asked(question))) {
      throw new IllegalArgumentException(question.id() + " does not offer " + answer);
    }
    time.timer().input();
    if (!Optional.ofNullable(answer).equals(draft.answer(questionId))) {
      write(questionId, answer == null ? null : draft.rated(question, answer));
      clearWhatIsNotAsked();
    }
  }

  /** Leaves the question that has the focus as it is; the focus moves on to what is still open. */
  public void moveOn() {
    atCase.run();
    time.timer().input();
    focus = draft.after(focus);
  }

  /** Takes an answer back. */
  public void clear(String questionId) {
    compose(questionId, null);
    focus = new Focus.OnQuestion(questionId);
  }

  private void clearWhatIsNotAsked() {
    Optional<String> stale = draft.noLongerAsked();
    while (stale.isPresent()) {
      write(stale.get(), null);
      stale = draft.noLongerAsked();
    }
    if (!draft.stops().contains(focus)) {
      focus = draft.after(new Focus.OnNext());
    }
  }

  /** Whether the review finding by finding is open: disagreed, and the protocol asks for it. */
  public boolean reviewOpen() {
    return draft.reviewOpen();
  }

  /** The review so far. */
  public FindingReview review() {
    return draft.review();
  }

  /**
   * Judges one given finding; the focus moves on.
   *
   * @throws IllegalArgumentException when the case does not come with this finding
   */
  public void judge(String finding, FindingVerdict verdict) {
    atCase.run();
    if (!draft.findings().names().contains(finding)) {
      throw new IllegalArgumentException("not a given finding: " + finding);
    }
    review(draft.review().with(finding, verdict));
    focus = draft.after(new Focus.OnFinding(finding));
  }

  /** Names a missing finding. */
  public void addMissing(String finding) {
    review(draft.review().adding(finding));
  }

  /** Takes a missing finding back. */
  public void removeMissing(String finding) {
    review(draft.review().removing(finding));
  }

  private void review(FindingReview changed) {
    atCase.run();
    if (!draft.reviewOpen()) {
      throw new IllegalStateException("no review is open");
    }
    time.timer().input();
    if (!changed.equals(draft.review())) {
      RatedAnswer rated = draft.rated(changed);
      write(rated.questionId(), rated);
    }
  }

  /** The comment; empty for none. */
  public String comment() {
    return draft.comment();
  }

  /** Changes the comment. */
  public void comment(String text) {
    atCase.run();
    time.timer().input();
    if (!text.equals(draft.comment())) {
      scribe.comment(item, text, time);
      draft.comment(text);
    }
  }

  /** Required questions that are asked and have no answer. */
  public List<Question> unanswered() {
    return draft.unanswered();
  }

  /** Given findings without a verdict, while the review is open. */
  public List<String> unjudged() {
    return draft.unjudged();
  }

  /** Whether the case may be submitted without a reason. */
  public boolean complete() {
    return draft.complete();
  }

  /** What has the focus. */
  public Focus focus() {
    return focus;
  }

  /** Moves the focus there; nowhere when it is not among what can have it now. */
  public void focus(Focus target) {
    if (draft.stops().contains(target)) {
      focus = target;
    }
  }

  /** Moves the focus by one, forwards or backwards; it stays at the ends. */
  public void moveFocus(boolean forwards) {
    List<Focus> stops = draft.stops();
    int to = stops.indexOf(focus) + (forwards ? 1 : -1);
    focus = stops.get(Math.clamp(to, 0, stops.size() - 1));
  }

  private void write(String questionId, @Nullable RatedAnswer change) {
    scribe.change(item, questionId, change, time);
    draft.apply(questionId, change);
  }
}
