package org.exemplar.sitting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.store.DisplayChecked;
import org.exemplar.store.ReadingJournal;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.AnswerChange.CaseClock;
import org.exemplar.study.Circumstances;
import org.exemplar.study.Deviation;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.Rating;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.Submission;
import org.exemplar.study.Timing;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;
import org.jspecify.annotations.Nullable;

/** What one sitting writes, with the time and the circumstances that belong to it. */
final class Scribe {
  private final ReadingJournal journal;
  private final SittingClock clock;
  private Seat seat;
  private int displayCheck;

  Scribe(ReadingJournal journal, SittingClock clock, Seat seat) {
    this.journal = journal;
    this.clock = clock;
    this.seat = seat;
  }

  Seat seat() {
    return seat;
  }

  void move(Seat elsewhere) {
    seat = elsewhere;
    displayCheck = 0;
  }

  Instant now() {
    return clock.wall().instant();
  }

  /** A timer of one case by the monotonic clock, not yet running. */
  CaseTimer timer(Duration idleAfter) {
    return new CaseTimer(clock.nanos(), idleAfter);
  }

  /** Whether a check of this display was made lately; it is then the one that ratings refer to. */
  boolean displayChecked(Duration valid) {
    for (DisplayChecked checked : journal.file().displayChecks()) {
      boolean same = checked.check().display().id().equals(seat.display().id());
      if (same && !checked.at().plus(valid).isBefore(now())) {
        displayCheck = checked.number();
      }
    }
    return displayCheck > 0;
  }

  void displayCheck(int number) {
    displayCheck = number;
  }

  void event(SittingEvent.Kind kind, int position, long activeMs, String note) {
    journal.recordEvent(new SittingEvent(kind, now(), position, activeMs, note));
  }

  /** Writes something that happens once in a file. */
  void once(SittingEvent.Kind kind) {
    if (journal.file().events().stream().noneMatch(event -> event.kind() == kind)) {
      event(kind, 0, 0, "");
    }
  }

  void change(WorklistItem item, String questionId, @Nullable RatedAnswer change, CaseTime time) {
    journal.recordChange(new AnswerChange(item, questionId, change, clock(time)));
  }

  void comment(WorklistItem item, String text, CaseTime time) {
    journal.recordComment(item, text, clock(time));
  }

  void deviation(Deviation.Kind kind, int position, String reason) {
    journal.recordDeviation(new Deviation(kind, now(), position, reason));
  }

  /** Writes a finished case: its ratings, and a deviation unless it is complete. */
  void submission(Submission submission, List<RatedAnswer> answers, ViewState view) {
    Circumstances circumstances =
        new Circumstances(
            view, seat.display().id(), displayCheck, seat.appVersion(), seat.simulated());
    List<Rating> ratings = new ArrayList<>();
    for (RatedAnswer answer : answers) {
      ratings.add(
          new Rating(
              journal.file().summary().reader(),
              submission.item(),
              answer,
              submission.timing(),
              circumstances));
    }
    List<Deviation> deviations = new ArrayList<>();
    if (submission.outcome() != Submission.Outcome.COMPLETE) {
      Deviation.Kind kind =
          submission.outcome() == Submission.Outcome.SKIPPED
              ? Deviation.Kind.CASE_SKIPPED
              : Deviation.Kind.SUBMITTED_INCOMPLETE;
      deviations.add(
          new Deviation(
              kind,
              submission.timing().submitted(),
              submission.item().position(),
              submission.reason()));
    }
    journal.recordSubmission(submission, ratings, deviations);
  }

  Timing timing(CaseTime time) {
    return new Timing(time.firstShown(), now(), time.activeMs(), time.idleMs());
  }

  private CaseClock clock(CaseTime time) {
    return new CaseClock(now(), time.firstShown(), time.activeMs(), time.idleMs());
  }
}
