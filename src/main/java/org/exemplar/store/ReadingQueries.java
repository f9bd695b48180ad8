package org.exemplar.store;

import java.util.List;
import java.util.Optional;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.Deviation;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderDetails;
import org.exemplar.study.ReadingProgress;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.Submission;
import org.exemplar.study.Worklist;
import org.exemplar.study.WorklistItem;

/** What can be asked of the tables of one reading, in its own file or in the study's. */
final class ReadingQueries {
  private final Database database;
  private final String readingId;

  ReadingQueries(Database database, String readingId) {
    this.database = database;
    this.readingId = readingId;
  }

  /** The reading, or the copy of it. */
  String readingId() {
    return readingId;
  }

  /** The ratings of the latest submission of each place. */
  List<Rating> ratings() {
    return database.query(
        """
        SELECT r.* FROM rating r WHERE r.reading_id = ?1 AND r.submission_id =
        (SELECT max(s.id) FROM submission s
         WHERE s.reading_id = ?1 AND s.position = r.position)
        ORDER BY r.position, r.id\
        """,
        ReadingRows::rating,
        readingId);
  }

  List<Submission> submissions() {
    return all("submission", ReadingRows::submission);
  }

  List<Deviation> deviations() {
    return all("deviation", ReadingRows::deviation);
  }

  List<SittingEvent> events() {
    return all("sitting_event", ReadingRows::event);
  }

  List<DisplayChecked> displayChecks() {
    return all(
        "display_check",
        row ->
            new DisplayChecked(
                row.integer("id"), row.instant("at"), ReadingRows.displayCheck(row)));
  }

  /** The latest details. */
  Optional<ReaderDetails> details() {
    List<ReaderDetails> all = all("reader_details", ReadingRows::details);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  List<AnswerChange> changes(WorklistItem item) {
    return database.query(
        "SELECT * FROM answer WHERE reading_id = ? AND position = ? AND kind <> 'comment'"
            + " ORDER BY id",
        ReadingRows::change,
        readingId,
        item.position());
  }

  Optional<String> comment(WorklistItem item) {
    return database.first(
        "SELECT value_text FROM answer WHERE reading_id = ? AND position = ? AND kind = 'comment'"
            + " ORDER BY id DESC LIMIT 1",
        row -> row.text("value_text"),
        readingId,
        item.position());
  }

  ReadingProgress progress(Worklist worklist) {
    String done =
        "SELECT count(DISTINCT position) FROM submission WHERE reading_id = ? AND practice = ?";
    return new ReadingProgress(
        (int) database.number(done, readingId, false),
        worklist.cases().size(),
        (int) database.number(done, readingId, true),
        worklist.practice().size(),
        database.number(
                "SELECT EXISTS (SELECT 1 FROM rating WHERE reading_id = ? AND simulated = 1)",
                readingId)
            == 1);
  }

  /** Every change of an answer and every comment, in the order made. */
  <T> List<T> answerRows(Row.Mapper<T> mapper) {
    return all("answer", mapper);
  }

  /** Every rating that was submitted, corrected ones included, in the order made. */
  <T> List<T> ratingRows(Row.Mapper<T> mapper) {
    return all("rating", mapper);
  }

  private <T> List<T> all(String table, Row.Mapper<T> mapper) {
    return database.query(
        "SELECT * FROM " + table + " WHERE reading_id = ? ORDER BY id", mapper, readingId);
  }
}
