package org.exemplar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.exemplar.store.AnswerHistory.Kind;
import org.exemplar.store.AnswerHistory.Step;
import org.exemplar.study.Answer;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.RatedAnswer;
import org.exemplar.study.ReaderId;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.WorklistItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerHistoryTest {
  @TempDir Path folder;

  private static AnswerChange change(WorklistItem item, RatedAnswer answer, int second) {
    Instant at = SmallStudy.NOW.plusSeconds(3600 + second);
    return new AnswerChange(
        item,
        "difficulty",
        answer,
        new AnswerChange.CaseClock(at, SmallStudy.NOW.plusSeconds(3600), second * 1000L, 7));
  }

  private static RatedAnswer point(int point) {
    return new RatedAnswer("difficulty", new Answer.Point(point, "Point " + point), 0, null);
  }

  private static List<String> words(AnswerHistory history, int position) {
    return history.steps().stream()
        .filter(step -> step.item().position() == position)
        .filter(step -> step.said().questionId().equals("difficulty"))
        .map(step ->
            step.said().kind().word()
                + " "
                + (step.said().code().isPresent() ? step.said().code().getAsInt() : "-")
                + " "
                + history.sitting(step.reader(), step.clock().at()))
        .toList();
  }

  @Test
  void every_change_stands_there_with_its_time_and_its_sitting() {
    SmallStudy small = new SmallStudy(3);
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      try (ReadingFile file = ReadingFile.open(small.issue(study, "R01", folder))) {
        ReadingJournal journal = SmallStudy.unlock(file);
        JournalFixture.writeAll(journal);
        Instant later = SmallStudy.NOW.plusSeconds(3600);
        journal.recordEvent(new SittingEvent(SittingEvent.Kind.OPENED, later, 0, 0, "test"));
        WorklistItem third = file.worklist().at(3);
        journal.recordChange(change(third, point(2), 1));
        journal.recordChange(change(third, point(4), 2));
        journal.recordChange(
            new AnswerChange(
                third,
                "difficulty",
                null,
                new AnswerChange.CaseClock(later.plusSeconds(3), later, 3000, 7)));
        JournalFixture.submit(journal, 3, 2);
        JournalFixture.submit(journal, 3, 5);
        study.merge(file, SmallStudy.STAMP);
      }
      AnswerHistory history = study.history();
      assertThat(words(history, 1)).containsExactly("given - 1", "submitted - 1");
      // The fixture's own answers were given an hour earlier, in the first sitting.
      assertThat(words(history, 3))
          .containsExactlyInAnyOrder(
              "given 2 2",
              "changed 4 2",
              "cleared - 2",
              "changed - 1",
              "changed - 1",
              "submitted - 1",
              "corrected - 1");
      Step second =
          history.steps().stream().filter(s -> s.said().code().orElse(0) == 4).toList().getLast();
      assertThat(second.clock().activeMs()).isEqualTo(2000);
      assertThat(second.clock().idleMs()).isEqualTo(7);
      assertThat(history.steps())
          .extracting(step -> step.said().kind())
          .contains(Kind.COMMENT)
          .filteredOn(kind -> kind == Kind.CORRECTED)
          .hasSize(3);
      assertThat(history.sitting(new ReaderId("R02"), SmallStudy.NOW)).isZero();
    }
  }
}
