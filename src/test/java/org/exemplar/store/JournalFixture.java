package org.exemplar.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.exemplar.study.Answer;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.Circumstances;
import org.exemplar.study.Deviation;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.FindingReview;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderDetails;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.Submission;
import org.exemplar.study.Timing;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;

/** Writes something of everything into a journal. */
final class JournalFixture {
  static final Instant NOW = SmallStudy.NOW;

  private JournalFixture() {}

  static void writeAll(ReadingJournal journal) {
    journal.recordDetails(
        new ReaderDetails(journal.file().summary().reader(), 12, "Thoracic radiology"), NOW);
    journal.recordDisplayCheck(
        new DisplayCheck(
            new Display("display-1", 2560, 1600, 1.25),
            Map.of("squares", "16 or 17", "black", "yes"),
            false,
            new DisplayCheck.Luminance(0.4, null, "dim"),
            true),
        NOW);
    journal.recordEvent(new SittingEvent(SittingEvent.Kind.OPENED, NOW, 0, 0, "test"));
    submit(journal, 1, 3);
    submit(journal, 2, 4);
    journal.recordDeviation(
        new Deviation(Deviation.Kind.BREAK_SKIPPED, NOW, 2, "the next patient waits"));
  }

  static void submit(ReadingJournal journal, int position, int quality) {
    WorklistItem item = journal.file().worklist().at(position);
    FindingReview review =
        FindingReview.EMPTY.with("Nodule", FindingVerdict.DISAGREE).adding("Mass");
    List<RatedAnswer> answers =
        List.of(
            new RatedAnswer("label_disagreement", new Answer.Disagree("Disagree"), 0, review),
            new RatedAnswer("image_quality", new Answer.Point(quality, "Good"), 1, null),
            new RatedAnswer("difficulty", new Answer.CannotJudge("Cannot judge"), 0, null));
    answers.forEach(answer ->
        journal.recordChange(
            new AnswerChange(
                item, answer.questionId(), answer, new AnswerChange.CaseClock(NOW, NOW, 1000, 0))));
    journal.recordComment(item, "a note", new AnswerChange.CaseClock(NOW, NOW, 1500, 0));
    Timing timing = new Timing(NOW, NOW.plusMillis(2345), 2345, 0);
    Circumstances circumstances =
        new Circumstances(new ViewState(2048.5, 4096, true, 0.84), "display-1", 1, "test", false);
    List<Rating> ratings =
        answers.stream()
            .map(answer ->
                new Rating(journal.file().summary().reader(), item, answer, timing, circumstances))
            .toList();
    journal.recordSubmission(
        new Submission(item, Submission.Outcome.COMPLETE, "", "a note", timing),
        ratings,
        List.of());
  }
}
