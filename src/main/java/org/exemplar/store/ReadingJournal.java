package org.exemplar.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.CaseCode;
import org.exemplar.study.Deviation;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.PracticeReference;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderDetails;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.Submission;
import org.exemplar.study.WorklistItem;

/**
 * An unlocked reading file: the cases in the clear, and the only way that anything is written into
 * it. Only the room {@code sitting} writes (a test holds that). Each call is one transaction with
 * its audit entry and is on disk when it returns. Thread-safe.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class ReadingJournal implements AutoCloseable {
  private ReadingJournal() {}

  /** The file that was unlocked. */
  public ReadingFile file() {
    throw new UnsupportedOperationException();
  }

  /** The given findings of a case. */
  public GivenFindings findings(CaseCode code) {
    throw new UnsupportedOperationException();
  }

  /** The study team's answers to a practice case. */
  public PracticeReference reference(CaseCode code) {
    throw new UnsupportedOperationException();
  }

  /**
   * The neutral image of a case.
   *
   * @throws org.exemplar.problem.Problem when its bytes were changed or damaged
   */
  public byte[] image(CaseCode code) {
    throw new UnsupportedOperationException();
  }

  /** What the reader said about themself. */
  public Optional<ReaderDetails> details() {
    throw new UnsupportedOperationException();
  }

  /** The answer changes at one place since it was last submitted or from the start, in order. */
  public List<AnswerChange> changes(WorklistItem item) {
    throw new UnsupportedOperationException();
  }

  /** Events of all sittings, in order. */
  public List<SittingEvent> events() {
    throw new UnsupportedOperationException();
  }

  /** Records the reader's details. */
  public void recordDetails(ReaderDetails details, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** Records a display check and gives its number, from 1. */
  public int recordDisplayCheck(DisplayCheck check, Instant at) {
    throw new UnsupportedOperationException();
  }

  /** Records an event. */
  public void recordEvent(SittingEvent event) {
    throw new UnsupportedOperationException();
  }

  /** Records a change to an answer. */
  public void recordChange(AnswerChange change) {
    throw new UnsupportedOperationException();
  }

  /** Records a comment on a case; the latest counts. */
  public void recordComment(WorklistItem item, String comment, AnswerChange.CaseClock clock) {
    throw new UnsupportedOperationException();
  }

  /** Records a submitted case with its ratings and deviations, all in one transaction. */
  public void recordSubmission(
      Submission submission, List<Rating> ratings, List<Deviation> deviations) {
    throw new UnsupportedOperationException();
  }

  /** Records a deviation. */
  public void recordDeviation(Deviation deviation) {
    throw new UnsupportedOperationException();
  }

  /** Wipes the keys; the file stays open. */
  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
