package org.exemplar.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.exemplar.audit.AuditEntry;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.ContentKey;
import org.exemplar.problem.Problem;
import org.exemplar.store.Ledger.NewRow;
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
import org.jspecify.annotations.Nullable;

/**
 * An unlocked reading file: the cases in the clear, and the only way that anything is written into
 * it. Only the room {@code sitting} writes (a test holds that). Each call is one transaction with
 * its audit entry and is on disk when it returns. Thread-safe.
 */
public final class ReadingJournal implements AutoCloseable {
  private final ReadingFile file;
  private final Unlocked unlocked;

  ReadingJournal(ReadingFile file, Unlocked unlocked) {
    this.file = file;
    this.unlocked = unlocked;
  }

  /** What the passphrase opened. */
  record Unlocked(ContentKey content, Pen pen) {}

  /** The file that was unlocked. */
  public ReadingFile file() {
    return file;
  }

  /** The given findings of a case. */
  public GivenFindings findings(CaseCode code) {
    return piece(file.current(), code, "findings", CaseJson::findingsOfBoth);
  }

  /** The study team's answers to a practice case. */
  public PracticeReference reference(CaseCode code) {
    return piece(file.current(), code, "findings", CaseJson::referenceOfBoth);
  }

  /**
   * The neutral image of a case.
   *
   * @throws Problem when its bytes were changed or damaged, or the file cannot be reached
   */
  public byte[] image(CaseCode code) {
    try {
      return piece(file.database(), code, "image", Function.identity());
    } catch (Problem e) {
      KeptElsewhere kept = file.keptElsewhere().orElse(null);
      if (kept == null) {
        throw e;
      }
      throw new Problem(
          "The film cannot be read: %s can no longer be reached. Your answers are safe in %s. Close this window, connect the file's drive again and open the file: you go on at this case."
              .formatted(file.path().getFileName(), kept.place()),
          e);
    }
  }

  /** Records the reader's details. */
  public void recordDetails(ReaderDetails details, Instant at) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(ReadingRows.details(details));
    row.put("at", at);
    record("details", at, List.of(new NewRow("reader_details", row)));
  }

  /** Records a display check and gives its number, from 1. */
  public int recordDisplayCheck(DisplayCheck check, Instant at) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(ReadingRows.displayCheck(check));
    row.put("at", at);
    AtomicInteger number = new AtomicInteger();
    write(ledger -> {
      number.set((int) ledger.nextId("display_check", true));
      return ledger.appendWithin(
          stamp(at), "display_check", Map.of(), List.of(new NewRow("display_check", row)));
    });
    return number.get();
  }

  /** Records an event. */
  public void recordEvent(SittingEvent event) {
    record(
        event.kind().word(),
        event.at(),
        List.of(new NewRow("sitting_event", ReadingRows.event(event))));
  }

  /** Records a change to an answer. */
  public void recordChange(AnswerChange change) {
    record(
        "answer", change.clock().at(), List.of(new NewRow("answer", ReadingRows.change(change))));
  }

  /** Records a comment on a case; the latest counts. */
  public void recordComment(WorklistItem item, String comment, AnswerChange.CaseClock clock) {
    record(
        "comment",
        clock.at(),
        List.of(new NewRow("answer", ReadingRows.comment(item, comment, clock))));
  }

  /**
   * Records a submitted case with its ratings and deviations, all in one transaction.
   *
   * @throws IllegalArgumentException when a rating is of another place than the submission
   */
  public void recordSubmission(
      Submission submission, List<Rating> ratings, List<Deviation> deviations) {
    for (Rating rating : ratings) {
      if (!rating.item().equals(submission.item())) {
        throw new IllegalArgumentException("a rating of another place: " + rating.item());
      }
    }
    write(ledger -> {
      long id = ledger.nextId("submission", true);
      List<NewRow> rows = new ArrayList<>();
      rows.add(new NewRow("submission", ReadingRows.submission(submission)));
      ratings.forEach(r -> rows.add(new NewRow("rating", ReadingRows.rating(r, id))));
      deviations.forEach(d -> rows.add(new NewRow("deviation", ReadingRows.deviation(d))));
      return ledger.appendWithin(
          stamp(submission.timing().submitted()),
          submission.outcome() == Submission.Outcome.SKIPPED ? "skip" : "submit",
          Map.of(),
          rows);
    });
  }

  /** Records a deviation. */
  public void recordDeviation(Deviation deviation) {
    record(
        "deviation",
        deviation.at(),
        List.of(new NewRow("deviation", ReadingRows.deviation(deviation))));
  }

  /** Brings home what was kept elsewhere, where that can be, and wipes the keys. */
  @Override
  public void close() {
    unlocked.pen().close();
    unlocked.content().close();
  }

  private void record(String action, Instant at, List<NewRow> rows) {
    write(ledger -> ledger.appendWithin(stamp(at), action, Map.of(), rows));
  }

  private void write(Function<Ledger, AuditEntry> writing) {
    AuditEntry _ = unlocked.pen().write(writing);
  }

  private Stamp stamp(Instant at) {
    return new Stamp(file.header().reader().value(), at);
  }

  private <T> T piece(Database from, CaseCode code, String kind, Function<byte[], T> read) {
    byte[] box =
        from.first(
                "SELECT %s_box AS box FROM case_content WHERE case_code = ?".formatted(kind),
                row -> row.bytes("box"),
                code.value())
            .orElseThrow(() -> new IllegalArgumentException("no case " + code));
    byte[] plain =
        unlocked
            .content()
            .decrypt(box, file.header().pieceName(kind, code))
            .orElseThrow(() ->
                new Problem(
                    "Case %s of %s was changed or damaged; ask the coordinator for a new file."
                        .formatted(code, file.path().getFileName())));
    return read.apply(CaseJson.unpad(plain));
  }
}
