package org.exemplar.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exemplar.problem.Problem;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.Answer;
import org.exemplar.study.Deviation;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.FindingReview;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.Question;
import org.exemplar.study.ReaderDetails;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProtocol;
import org.exemplar.study.SittingEvent.Kind;
import org.exemplar.study.Submission;
import org.exemplar.study.Submission.Outcome;
import org.exemplar.study.Timing;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/**
 * One sitting of one reader with one reading file: what comes next and what may be done now. Every
 * change is on disk when the call that made it returns. Used from one thread; only {@link #imageAt}
 * may be called from any.
 *
 * <p>A call that the stage does not allow throws {@link IllegalStateException}: screens ask first.
 * When writing fails, a {@link Problem} says why and the sitting stands where it stood.
 */
public final class Sitting implements AutoCloseable {
  private final ReadingJournal journal;
  private final SittingClock clock;
  private final Scribe scribe;
  private final Course course;
  private final SittingTime time;
  private final Waits waits;
  private Stage stage = Stage.DETAILS;
  private Stage pausedFrom = Stage.CASE;
  private @Nullable CaseOnScreen open;
  private int returnTo;
  private int readNow;
  private int washoutOverridden;
  private ViewState view = ViewState.UNSEEN;

  private Sitting(ReadingJournal journal, SittingClock clock, Seat seat) {
    this.journal = journal;
    this.clock = clock;
    this.scribe = new Scribe(journal, clock, seat);
    this.course = new Course(journal);
    this.time = new SittingTime(protocol().rules().limits());
    this.waits = new Waits(clock.nanos(), protocol().rules().pacing().mask());
  }

  /**
   * Begins a sitting where the last one ended.
   *
   * @throws Problem when a person would add to simulated ratings, or a program to a person's
   */
  public static Sitting begin(ReadingJournal journal, SittingClock clock, Seat seat) {
    boolean mixed =
        journal.file().ratings().stream()
            .anyMatch(rating -> rating.circumstances().simulated() != seat.simulated());
    if (mixed) {
      throw new Problem(
          "The file %s holds ratings of %s; use a new reading file."
              .formatted(
                  journal.file().path().getFileName(),
                  seat.simulated() ? "a person" : "a simulated reader"));
    }
    Sitting sitting = new Sitting(journal, clock, seat);
    String note = seat.appVersion() + (seat.simulated() ? " simulated" : "");
    sitting.scribe.event(Kind.OPENED, 0, 0, note);
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
    return stage;
  }

  // Before the first case.

  /** DETAILS → INSTRUCTIONS. */
  public void details(int yearsOfExperience, String subspecialty) {
    require(Stage.DETAILS);
    journal.recordDetails(
        new ReaderDetails(reader(), yearsOfExperience, subspecialty), scribe.now());
    enter();
  }

  /** INSTRUCTIONS → DISPLAY_CHECK, or further when a valid one exists. */
  public void instructionsRead() {
    require(Stage.INSTRUCTIONS);
    scribe.event(Kind.INSTRUCTIONS_READ, 0, 0, "");
    enter();
  }

  /** DISPLAY_CHECK → the next case; a failed check is recorded as a deviation and lets on. */
  public void displayChecked(DisplayCheck check) {
    require(Stage.DISPLAY_CHECK);
    scribe.displayCheck(journal.recordDisplayCheck(check, scribe.now()));
    if (!check.passed()) {
      scribe.deviation(
          Deviation.Kind.DISPLAY_CHECK_FAILED,
          0,
          "not everything was seen on " + check.display().id());
    }
    enter();
  }

  /** The window was moved to another display: a check of it comes before the next case. */
  public void movedTo(Display display) {
    if (!display.equals(scribe.seat().display())) {
      scribe.move(new Seat(display, scribe.seat().appVersion(), scribe.seat().simulated()));
      scribe.displayChecked(protocol().rules().pacing().displayCheckValid());
    }
  }

  private void enter() {
    if (journal.file().details().isEmpty()) {
      stage = Stage.DETAILS;
    } else if (journal.file().events().stream()
        .noneMatch(event -> event.kind() == Kind.INSTRUCTIONS_READ)) {
      stage = Stage.INSTRUCTIONS;
    } else {
      advance();
    }
  }

  /** Between two cases: what has to come before the next one, or nothing any more. */
  private void advance() {
    open = null;
    Optional<WorklistItem> next =
        returnTo > 0 && returnTo <= journal.file().worklist().items().size()
            ? Optional.of(journal.file().worklist().at(returnTo))
            : course.next();
    if (next.isEmpty()) {
      finish();
    } else if (!scribe.displayChecked(protocol().rules().pacing().displayCheckValid())) {
      stage = Stage.DISPLAY_CHECK;
    } else if (time.overLimit()) {
      stage = Stage.LIMIT;
    } else if (time.breakDue()) {
      stage = Stage.BREAK;
    } else if (washoutLeft(next.get()).isPositive()) {
      stage = Stage.WASHOUT;
    } else {
      returnTo = 0;
      load(next.get());
    }
  }

  private void finish() {
    returnTo = 0;
    if (journal.file().events().stream().noneMatch(event -> event.kind() == Kind.FINISHED)) {
      scribe.event(Kind.FINISHED, 0, 0, "");
    }
    stage = Stage.DONE;
  }

  private void load(WorklistItem item) {
    CaseDraft draft = new CaseDraft(protocol().questions(), journal.findings(item.code()));
    draft.applyAll(journal.file().changes(item));
    draft.comment(journal.file().comment(item).orElse(""));
    Duration idleAfter = protocol().rules().pacing().idleAfter();
    CaseTimer timer = new CaseTimer(clock.nanos(), idleAfter);
    CaseTime caseTime = CaseTime.of(journal.file(), item, timer);
    open = new CaseOnScreen(item, draft, caseTime, scribe);
    stage = Stage.MASK;
  }

  // The current case: MASK, CASE, PAUSED, FEEDBACK.

  /** The current item; throws when every case is read. */
  public WorklistItem item() {
    CaseOnScreen now = open;
    return now != null ? now.item() : course.next().orElseThrow(IllegalStateException::new);
  }

  /** Up to {@code count} items that follow, to decode ahead. */
  public List<WorklistItem> upcoming(int count) {
    return open == null ? List.of() : course.after(item(), count);
  }

  /** Given findings of the current case. */
  public GivenFindings findings() {
    return current().draft().findings();
  }

  /** Neutral image of any item; from any thread. */
  public byte[] imageAt(WorklistItem item) {
    return journal.image(item.code());
  }

  /** How long the mask stays still; zero when the film may appear. */
  public Duration maskLeft() {
    return stage == Stage.MASK ? waits.left(protocol().rules().pacing().mask()) : Duration.ZERO;
  }

  /**
   * MASK → CASE: the film is on the screen.
   *
   * @param swap how long it took from the end of the mask
   */
  public void shown(Duration swap) {
    require(Stage.MASK);
    if (maskLeft().isPositive()) {
      throw new IllegalStateException("the mask is not over");
    }
    CaseOnScreen now = current();
    scribe.event(
        Kind.SHOWN, now.item().position(), now.time().activeMs(), Long.toString(swap.toMillis()));
    now.time().shown(scribe.now());
    now.time().timer().start();
    stage = Stage.CASE;
  }

  /** Answers of the current case by question, as far as given. */
  public Optional<Answer> answer(String questionId) {
    return current().draft().answer(questionId);
  }

  /**
   * Answers a question; the focus moves on.
   *
   * @throws IllegalArgumentException when the question does not offer this answer
   */
  public void answer(String questionId, Answer answer) {
    atCase().answer(protocol().question(questionId).orElseThrow(), answer);
  }

  /** Takes an answer back. */
  public void clear(String questionId) {
    atCase().clear(questionId);
  }

  /** Whether the review finding by finding is open: disagreed, and the protocol asks for it. */
  public boolean reviewOpen() {
    return current().draft().reviewOpen();
  }

  /** The review so far. */
  public FindingReview review() {
    return current().draft().review();
  }

  /**
   * Judges one given finding; the focus moves on.
   *
   * @throws IllegalArgumentException when the case does not come with this finding
   */
  public void judge(String finding, FindingVerdict verdict) {
    atCase().judge(finding, verdict);
  }

  /** Names a missing finding. */
  public void addMissing(String finding) {
    CaseOnScreen now = atCase();
    now.review(now.draft().review().adding(finding));
  }

  /** Takes a missing finding back. */
  public void removeMissing(String finding) {
    CaseOnScreen now = atCase();
    now.review(now.draft().review().removing(finding));
  }

  /** The comment on the current case; empty for none. */
  public String comment() {
    return current().draft().comment();
  }

  /** Changes the comment. */
  public void comment(String text) {
    atCase().comment(text);
  }

  /** What has the focus. */
  public Focus focus() {
    return current().focus();
  }

  /** Moves the focus there; nowhere when it is not among what can have it now. */
  public void focus(Focus target) {
    current().focus(target);
  }

  /** Moves the focus by one, forwards or backwards; it stays at the ends. */
  public void moveFocus(boolean forwards) {
    current().moveFocus(forwards);
  }

  /** Required questions without an answer. */
  public List<Question> unanswered() {
    return current().draft().unanswered();
  }

  /** Given findings without a verdict, while the review is open. */
  public List<String> unjudged() {
    return current().draft().unjudged();
  }

  /** Whether the case may be submitted without a reason. */
  public boolean complete() {
    return current().draft().complete();
  }

  /** Submits a complete case. */
  public void submit() {
    if (!atCase().draft().complete()) {
      throw new IllegalStateException("answers are missing");
    }
    submit(Outcome.COMPLETE, "");
  }

  /** Submits a case as it is; a deviation with this reason, unless nothing is missing. */
  public void submitIncomplete(String reason) {
    if (atCase().draft().complete()) {
      submit(Outcome.COMPLETE, "");
    } else {
      submit(Outcome.INCOMPLETE, reason);
    }
  }

  private void submit(Outcome outcome, String reason) {
    CaseOnScreen now = atCase();
    now.time().timer().input();
    Submission submission =
        new Submission(
            now.item(), outcome, reason, now.draft().comment(), scribe.timing(now.time()));
    scribe.submission(submission, now.draft().given(), view);
    leave(now);
  }

  /**
   * Leaves out a case whose film cannot be shown; from MASK or CASE.
   *
   * @param reason what is wrong with the film, filled in by the program
   * @param note what the reader adds; may be empty
   */
  public void skip(String reason, String note) {
    if (stage != Stage.MASK) {
      require(Stage.CASE);
    }
    CaseOnScreen now = current();
    Instant at = scribe.now();
    Timing timing =
        new Timing(now.time().firstShown(at), at, now.time().activeMs(), now.time().idleMs());
    scribe.submission(
        new Submission(now.item(), Outcome.SKIPPED, reason, note, timing), List.of(), view);
    leave(now);
  }

  private void leave(CaseOnScreen now) {
    now.time().timer().stop();
    time.add(now.time().timer().activeNanos());
    waits.start();
    boolean feedback = now.item().practice() && !feedbackOn(now).isEmpty();
    if (course.passed(now.item())) {
      course.finish(now.item());
    }
    if (!now.item().practice()) {
      readNow += returnTo > 0 ? 0 : 1;
    }
    if (feedback) {
      stage = Stage.FEEDBACK;
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
    CaseOnScreen now = open;
    if (now == null) {
      scribe.event(Kind.WENT_BACK, 0, 0, "to " + before.position());
    } else {
      now.time().timer().stop();
      scribe.event(
          Kind.WENT_BACK, now.item().position(), now.time().activeMs(), "to " + before.position());
      time.add(now.time().timer().activeNanos());
    }
    returnTo = returnTo > 0 ? returnTo : place();
    waits.start();
    load(before);
  }

  private Optional<WorklistItem> before() {
    boolean possible = stage == Stage.CASE || stage == Stage.MASK || stage == Stage.DONE;
    return possible ? course.before(place(), returnTo > 0) : Optional.empty();
  }

  /** The current position; one past the last when every case is read. */
  private int place() {
    return stage == Stage.DONE
        ? journal.file().worklist().items().size() + 1
        : current().item().position();
  }

  // Practice.

  /** Whether feedback will follow the practice case on the screen: the team left answers to it. */
  public boolean feedbackFollows() {
    return item().practice() && !feedbackOn(current()).isEmpty();
  }

  /** Feedback on the practice case just submitted. */
  public List<Feedback> feedback() {
    require(Stage.FEEDBACK);
    return feedbackOn(current());
  }

  private List<Feedback> feedbackOn(CaseOnScreen now) {
    PracticeReference reference = journal.reference(now.item().code());
    int distance = protocol().rules().practice().distance();
    List<Feedback> feedback = new ArrayList<>();
    for (Question question : protocol().questions()) {
      PracticeReference.@Nullable Reference team = reference.to(question.id()).orElse(null);
      if (team != null) {
        @Nullable Answer given = now.draft().answer(question.id()).orElse(null);
        boolean near = given != null && reference.near(question.id(), given, distance);
        feedback.add(new Feedback(question, given, team, near));
      }
    }
    return feedback;
  }

  /** Whether the gate lets the reader on from this practice case. */
  public boolean mayLeaveFeedback() {
    return stage == Stage.FEEDBACK && course.finished(item());
  }

  /** FEEDBACK → the next case. */
  public void leaveFeedback() {
    if (!mayLeaveFeedback()) {
      throw new IllegalStateException("the practice case is to be tried again");
    }
    waits.start();
    advance();
  }

  /** FEEDBACK → the same practice case again. */
  public void tryAgain() {
    require(Stage.FEEDBACK);
    WorklistItem item = item();
    scribe.event(Kind.PRACTICE_REPEATED, item.position(), 0, "");
    course.reopen(item);
    waits.start();
    load(item);
  }

  // Time.

  /** The reader did something: a key, the mouse. */
  public void activity() {
    if (open != null) {
      current().time().timer().input();
    }
  }

  /** The window was hidden or the screen locked, or is back. */
  public void hidden(boolean hidden) {
    if (open != null) {
      current().time().timer().hidden(hidden);
    }
  }

  /** The window or zoom of the film changed; stored with the ratings. */
  public void view(ViewState state) {
    view = state;
  }

  /** CASE or MASK → PAUSED. */
  public void pause() {
    if (stage != Stage.MASK) {
      require(Stage.CASE);
    }
    CaseOnScreen now = current();
    scribe.event(Kind.PAUSED, now.item().position(), now.time().activeMs(), "");
    now.time().timer().stop();
    pausedFrom = stage;
    waits.start();
    stage = Stage.PAUSED;
  }

  /** PAUSED → where the pause began. */
  public void resume() {
    require(Stage.PAUSED);
    CaseOnScreen now = current();
    scribe.event(Kind.RESUMED, now.item().position(), now.time().activeMs(), "");
    stage = pausedFrom;
    if (stage == Stage.CASE) {
      now.time().timer().start();
    }
  }

  /** How long the pause has lasted. */
  public Duration pausedFor() {
    return stage == Stage.PAUSED ? waits.waited() : Duration.ZERO;
  }

  /** At BREAK: begins the break. */
  public void takeBreak() {
    require(Stage.BREAK);
    scribe.event(Kind.BREAK_TAKEN, 0, 0, "");
    waits.startBreak();
  }

  /** Whether a break was begun and is not ended yet. */
  public boolean onBreak() {
    return waits.onBreak();
  }

  /** How long the break or the washout still lasts; zero when over, or when there is none. */
  public Duration waitLeft() {
    return switch (stage) {
      case BREAK -> waits.breakLeft(protocol().rules().limits().breakLength());
      case WASHOUT -> washoutLeft(item());
      default -> Duration.ZERO;
    };
  }

  /** BREAK or WASHOUT → the next case, once the wait is over. */
  public void goOn() {
    if (waitLeft().isPositive() || (stage != Stage.BREAK && stage != Stage.WASHOUT)) {
      throw new IllegalStateException("going on now needs a reason");
    }
    if (stage == Stage.BREAK) {
      scribe.event(Kind.BREAK_ENDED, 0, 0, "");
      endBreak();
    }
    advance();
  }

  /** BREAK, LIMIT or WASHOUT → the next case all the same; a deviation with this reason. */
  public void override(String reason) {
    Deviation.Kind kind =
        switch (stage) {
          case BREAK -> Deviation.Kind.BREAK_SKIPPED;
          case LIMIT -> Deviation.Kind.SITTING_LIMIT_EXCEEDED;
          case WASHOUT -> Deviation.Kind.WASHOUT_SHORTENED;
          default -> throw new IllegalStateException("nothing to override at " + stage);
        };
    int position = item().position();
    scribe.deviation(kind, position, reason);
    switch (stage) {
      case BREAK -> endBreak();
      case LIMIT -> time.overrideLimit();
      default -> washoutOverridden = position;
    }
    advance();
  }

  private void endBreak() {
    waits.endBreak();
    time.breakOver();
  }

  private Duration washoutLeft(WorklistItem item) {
    return item.position() == washoutOverridden
        ? Duration.ZERO
        : course.washoutLeft(item, scribe.now());
  }

  /** Active time since the file was opened. */
  public Duration activeTime() {
    CaseOnScreen now = open;
    boolean counted = now == null || stage == Stage.FEEDBACK;
    return time.active(counted ? 0 : current().time().timer().activeNanos());
  }

  /** How far the sitting has come. */
  public SittingProgress progress() {
    return Tally.progress(journal.file(), open == null ? null : item(), readNow);
  }

  /** What was done, for the thank-you page. */
  public SittingSummary summary() {
    return Tally.summary(journal.file());
  }

  /** Ends the sitting in order; journal and file stay open. */
  @Override
  public void close() {
    CaseOnScreen now = open;
    if (now == null || stage == Stage.FEEDBACK) {
      scribe.event(Kind.CLOSED, 0, 0, "");
    } else {
      now.time().timer().stop();
      scribe.event(Kind.CLOSED, now.item().position(), now.time().activeMs(), "");
    }
  }

  private CaseOnScreen atCase() {
    require(Stage.CASE);
    return current();
  }

  private CaseOnScreen current() {
    CaseOnScreen now = open;
    if (now == null) {
      throw new IllegalStateException("no case is open at " + stage);
    }
    return now;
  }

  private void require(Stage wanted) {
    if (stage != wanted) {
      throw new IllegalStateException("possible only at " + wanted + ", not at " + stage);
    }
  }
}
