package org.exemplar.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.SmallStudy;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Answer;
import org.exemplar.study.AnswerChange;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.EveryKind;
import org.exemplar.study.Question;
import org.exemplar.study.Rating;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions of every kind, one of which is asked only of poor films and one only of a finding. */
class AskedQuestionsTest {
  private static final Display DISPLAY = new Display("d1", 2560, 1600, 1);

  @TempDir Path folder;
  private long nanos = 1;
  private Path path;
  private ReadingFile file;
  private Sitting sitting;

  @BeforeEach
  void begin() {
    SmallStudy small = new SmallStudy(2, EveryKind.protocol());
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      path = small.issue(study, "R01", folder);
    }
    reopen();
  }

  private void reopen() {
    file = ReadingFile.open(path);
    sitting =
        Sitting.begin(
            SmallStudy.unlock(file),
            new SittingClock(() -> SmallStudy.NOW, () -> nanos),
            new Seat(DISPLAY, "test", false));
  }

  @AfterEach
  void close() {
    file.close();
  }

  @Test
  void what_is_not_asked_is_no_part_of_completeness_and_the_focus_passes_it() {
    atCase();
    CaseOnScreen now = sitting.onScreen();
    assertThat(ids(now.unanswered()))
        .containsExactly("label_disagreement", "image_quality", "difficulty", "confidence");
    agree(4);

    assertThat(now.focus()).isEqualTo(new Focus.OnQuestion("confidence"));
    now.answer("confidence", new Answer.Score(70));
    assertThat(now.complete()).isTrue();
    assertThat(now.focus()).isEqualTo(new Focus.OnQuestion("criteria"));
    now.moveOn();
    assertThat(now.focus())
        .as("an optional question is not come back to")
        .isEqualTo(new Focus.OnNext());
    now.moveFocus(false);
    assertThat(now.focus()).isEqualTo(new Focus.OnQuestion("criteria"));
    assertThatThrownBy(() -> now.answer("retake", new Answer.Yes("Yes")))
        .isInstanceOf(IllegalArgumentException.class);
    sitting.submit();
    assertThat(file.submissions().getLast().reason()).isEmpty();
  }

  @Test
  void an_answer_that_is_not_asked_for_any_more_is_cleared_and_the_clearing_is_recorded() {
    atCase();
    CaseOnScreen now = sitting.onScreen();
    agree(2);
    assertThat(now.focus()).isEqualTo(new Focus.OnQuestion("retake"));
    now.answer("retake", new Answer.Yes("Yes"));
    now.answer("image_quality", scale("image_quality", 5));

    assertThat(now.answer("retake")).isEmpty();
    assertThat(now.focus()).isEqualTo(new Focus.OnQuestion("confidence"));
    List<AnswerChange> changes = file.changes(sitting.item());
    assertThat(changes).extracting(AnswerChange::questionId).endsWith("image_quality", "retake");
    assertThat(changes.getLast().change()).isNull();

    now.answer("image_quality", scale("image_quality", 1));
    assertThat(now.answer("retake")).as("asked again, it is open again").isEmpty();
    assertThat(ids(now.unanswered())).containsExactly("retake", "confidence");
  }

  @Test
  void what_is_composed_piece_by_piece_is_on_disk_at_once_and_the_focus_stays() {
    atCase();
    agree(4);
    CaseOnScreen now = sitting.onScreen();
    now.answer("confidence", new Answer.Score(0));
    now.compose("criteria", new Answer.Checked(List.of("No rotation")));
    now.compose("criteria", new Answer.Checked(List.of("Full inspiration", "No rotation")));
    assertThat(now.focus()).isEqualTo(new Focus.OnQuestion("criteria"));
    file.close();

    reopen();
    show();
    assertThat(sitting.onScreen().answer("criteria"))
        .contains(new Answer.Checked(List.of("Full inspiration", "No rotation")));
    assertThat(sitting.onScreen().answer("confidence")).contains(new Answer.Score(0));
    sitting.onScreen().compose("criteria", null);
    assertThat(sitting.onScreen().answer("criteria")).isEmpty();
    sitting.submit();
    assertThat(file.ratings()).extracting(r -> r.rated().questionId()).doesNotContain("criteria");
  }

  @Test
  void a_simulated_reader_answers_what_it_is_asked_and_nothing_else() {
    file.close();
    try (ReadingFile other = ReadingFile.open(issue())) {
      SimulatedReader.of(4, Map.of(), () -> SmallStudy.NOW, "test")
          .read(SmallStudy.unlock(other), 30, Progress.NONE, new Cancellation());

      List<Rating> ratings = other.ratings();
      assertThat(other.progress().finished()).isTrue();
      for (Rating rating : ratings) {
        Question question = sitting.protocol().question(rating.rated().questionId()).orElseThrow();
        assertThat(question.accepts(rating.rated().answer())).isTrue();
      }
      assertThat(of(ratings, "confidence")).isEqualTo(31);
      assertThat(of(ratings, "retake")).isEqualTo(poor(ratings)).isPositive().isLessThan(31);
      assertThat(of(ratings, "hernia_side")).isZero();
    }
    reopen();
  }

  private Path issue() {
    SmallStudy small = new SmallStudy(30, EveryKind.protocol());
    try (StudyFile study = small.create(folder.resolve("many.db"))) {
      return small.issue(study, "R02", folder);
    }
  }

  private static long of(List<Rating> ratings, String question) {
    return ratings.stream().filter(r -> r.rated().questionId().equals(question)).count();
  }

  private static long poor(List<Rating> ratings) {
    return ratings.stream()
        .filter(r -> r.rated().questionId().equals("image_quality"))
        .filter(r -> r.rated().answer().code().orElse(9) <= 2)
        .count();
  }

  private void atCase() {
    sitting.details(1, "");
    sitting.instructionsRead();
    sitting.displayChecked(
        new DisplayCheck(DISPLAY, Map.of("squares", "all 18"), true, null, true));
    show();
    agree(4);
    sitting.onScreen().answer("confidence", new Answer.Score(50));
    sitting.submit();
    sitting.leaveFeedback();
    show();
  }

  private void show() {
    nanos += sitting.maskLeft().toNanos();
    sitting.shown(Duration.ZERO);
  }

  private void agree(int quality) {
    sitting.onScreen().answer("label_disagreement", new Answer.Agree("Agree"));
    sitting.onScreen().answer("difficulty", scale("difficulty", 2));
    sitting.onScreen().answer("image_quality", scale("image_quality", quality));
  }

  private Answer scale(String id, int point) {
    return sitting.protocol().question(id).flatMap(q -> q.choice(point)).orElseThrow();
  }

  private static List<String> ids(List<Question> questions) {
    return questions.stream().map(Question::id).toList();
  }
}
