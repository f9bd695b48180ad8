package org.exemplar.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.SmallStudy;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Answer;
import org.exemplar.study.Deviation;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.exemplar.study.FindingVerdict;
import org.exemplar.study.Protocol;
import org.exemplar.study.Rating;
import org.exemplar.study.Submission;
import org.exemplar.study.ViewState;
import org.exemplar.study.WorklistItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SittingTest {
  private static final Display DISPLAY = new Display("d1", 2560, 1600, 1);

  @TempDir Path folder;
  private long nanos = 17;
  private Instant wall = SmallStudy.NOW;
  private final SittingClock clock = new SittingClock(() -> wall, () -> nanos);
  private ReadingFile file;
  private Path path;
  private Sitting sitting;

  @AfterEach
  void close() {
    if (file != null) {
      file.close();
    }
  }

  @Test
  void goes_through_details_instructions_display_check_practice_cases_to_the_end() {
    begin(2, text -> text);
    assertThat(sitting.stage()).isEqualTo(Stage.DETAILS);
    assertThatThrownBy(sitting::instructionsRead).isInstanceOf(IllegalStateException.class);
    sitting.details(12, "Thoracic radiology");
    assertThat(sitting.stage()).isEqualTo(Stage.INSTRUCTIONS);
    sitting.instructionsRead();
    assertThat(sitting.stage()).isEqualTo(Stage.DISPLAY_CHECK);
    sitting.displayChecked(check(true));

    assertThat(sitting.item().practice()).isTrue();
    show();
    agree(3, 2);
    sitting.submit();
    assertThat(sitting.stage()).isEqualTo(Stage.FEEDBACK);
    assertThat(sitting.feedback()).hasSize(1);
    assertThat(sitting.feedback().getFirst().near()).isTrue();
    sitting.leaveFeedback();

    read(4, 2);
    assertThat(sitting.progress()).satisfies(p -> assertThat(p.place()).isEqualTo(2));
    read(5, 1);
    assertThat(sitting.stage()).isEqualTo(Stage.DONE);
    assertThat(file.progress().finished()).isTrue();
    assertThat(sitting.summary().answers()).isEqualTo(6);
    assertThat(sitting.summary().sittings()).isEqualTo(1);
    assertThat(file.verify().broken()).isEmpty();
  }

  @Test
  void everything_asked_for_is_stored_with_each_rating() {
    beginAtCases(2, text -> text);
    show();
    sitting.view(new ViewState(1200, 2400, true, 0.8));
    pass(10);
    sitting.onScreen().answer("image_quality", scale("image_quality", 2));
    sitting.onScreen().answer("image_quality", scale("image_quality", 3));
    sitting.onScreen().answer("image_quality", scale("image_quality", 3));
    pass(100);
    agree(3, 4);
    Instant submitted = wall;
    sitting.submit();

    Rating rating = file.ratings().get(4);
    assertThat(rating.rated().questionId()).isEqualTo("image_quality");
    assertThat(rating.rated().answer()).isEqualTo(scale("image_quality", 3));
    assertThat(rating.rated().changes()).isEqualTo(1);
    assertThat(rating.item()).isEqualTo(file.worklist().at(2));
    assertThat(rating.timing().submitted()).isEqualTo(submitted);
    assertThat(rating.timing().firstShown()).isEqualTo(submitted.minusSeconds(110));
    assertThat(rating.timing().activeMs()).isEqualTo(70_000);
    assertThat(rating.timing().idleMs()).isEqualTo(40_000);
    assertThat(rating.circumstances().view()).isEqualTo(new ViewState(1200, 2400, true, 0.8));
    assertThat(rating.circumstances().displayId()).isEqualTo("d1");
    assertThat(rating.circumstances().displayCheck()).isEqualTo(1);
    assertThat(rating.circumstances().appVersion()).isEqualTo("test");
    assertThat(rating.circumstances().simulated()).isFalse();
  }

  @Test
  void a_case_is_submitted_only_when_complete_or_with_a_reason() {
    beginAtCases(2, text -> text);
    show();
    sitting.onScreen().answer("difficulty", scale("difficulty", 5));
    assertThat(sitting.onScreen().unanswered()).hasSize(2);
    assertThatThrownBy(sitting::submit).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sitting.submitIncomplete(" "))
        .isInstanceOf(IllegalArgumentException.class);
    sitting.submitIncomplete("the phone rang");

    assertThat(file.submissions().getLast().outcome()).isEqualTo(Submission.Outcome.INCOMPLETE);
    assertThat(file.deviations().getLast().kind()).isEqualTo(Deviation.Kind.SUBMITTED_INCOMPLETE);
    assertThat(file.ratings()).hasSize(4);
    assertThat(sitting.item().position()).isEqualTo(3);
  }

  @Test
  void disagreeing_opens_the_review_and_focus_walks_down() {
    beginAtCases(2, text -> text);
    show();
    assertThat(sitting.onScreen().focus()).isEqualTo(new Focus.OnQuestion("label_disagreement"));
    sitting.onScreen().answer("label_disagreement", new Answer.Disagree("Disagree"));
    assertThat(sitting.onScreen().reviewOpen()).isTrue();
    String finding = sitting.onScreen().findings().names().getFirst();
    assertThat(sitting.onScreen().focus()).isEqualTo(new Focus.OnFinding(finding));
    assertThat(sitting.onScreen().unjudged()).isEqualTo(sitting.onScreen().findings().names());
    sitting.onScreen().judge(finding, FindingVerdict.DISAGREE);
    assertThat(sitting.onScreen().focus()).isEqualTo(new Focus.OnMissing());
    sitting.onScreen().addMissing("Mass");
    sitting.onScreen().moveFocus(true);
    assertThat(sitting.onScreen().focus()).isEqualTo(new Focus.OnQuestion("image_quality"));
    sitting.onScreen().answer("image_quality", scale("image_quality", 1));
    sitting.onScreen().answer("difficulty", new Answer.CannotJudge("Cannot judge"));
    assertThat(sitting.onScreen().focus()).isEqualTo(new Focus.OnNext());
    sitting.submit();

    Rating rating = file.ratings().get(3);
    assertThat(rating.rated().review().verdicts()).containsEntry(finding, FindingVerdict.DISAGREE);
    assertThat(rating.rated().review().missing()).containsExactly("Mass");
    assertThat(rating.rated().changes()).isZero();
    assertThat(file.ratings().get(5).rated().answer().code()).isEmpty();
  }

  @Test
  void what_is_not_offered_or_not_open_is_refused() {
    beginAtCases(2, text -> text);
    assertThatThrownBy(() -> sitting.onScreen().answer("difficulty", scale("difficulty", 1)))
        .isInstanceOf(IllegalStateException.class);
    show();
    assertThatThrownBy(
            () -> sitting.onScreen().answer("difficulty", new Answer.Point(9, "So hard")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> sitting.onScreen().addMissing("Mass"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> sitting.onScreen().judge("Unicorn", FindingVerdict.AGREE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void goes_on_at_the_same_case_with_its_answers_after_the_program_died() {
    beginAtCases(2, text -> text);
    read(3, 3);
    show();
    pass(30);
    sitting.onScreen().answer("difficulty", scale("difficulty", 4));
    sitting.onScreen().comment("rotated");
    WorklistItem item = sitting.item();
    Instant shown = wall.minusSeconds(30);
    // No close: as if killed.
    file.close();
    wall = wall.plus(Duration.ofHours(1));
    nanos = -5;
    reopen();

    assertThat(sitting.stage()).isEqualTo(Stage.MASK);
    assertThat(sitting.item()).isEqualTo(item);
    show();
    assertThat(sitting.onScreen().answer("difficulty")).contains(scale("difficulty", 4));
    assertThat(sitting.onScreen().comment()).isEqualTo("rotated");
    assertThat(sitting.onScreen().focus()).isEqualTo(new Focus.OnQuestion("label_disagreement"));
    pass(5);
    agree(2, 4);
    sitting.submit();
    Submission last = file.submissions().getLast();
    assertThat(last.comment()).isEqualTo("rotated");
    assertThat(last.timing().firstShown()).isEqualTo(shown);
    assertThat(last.timing().activeMs()).isEqualTo(35_000);
    assertThat(sitting.stage()).isEqualTo(Stage.DONE);
    assertThat(file.verify().broken()).isEmpty();
  }

  @Test
  void the_mask_holds_for_its_interval_and_the_swap_is_recorded() {
    beginAtCases(2, text -> text);
    assertThat(sitting.maskLeft()).isEqualTo(Duration.ofMillis(500));
    assertThatThrownBy(() -> sitting.shown(Duration.ZERO))
        .isInstanceOf(IllegalStateException.class);
    nanos += Duration.ofMillis(500).toNanos();
    sitting.shown(Duration.ofMillis(23));
    assertThat(file.events().getLast().note()).isEqualTo("23");
  }

  @Test
  void the_case_just_submitted_can_be_corrected_once_back() {
    beginAtCases(3, text -> text);
    assertThat(sitting.mayGoBack()).isFalse();
    read(2, 2);
    show();
    assertThat(sitting.mayGoBack()).isTrue();
    pass(7);
    sitting.goBack();
    assertThat(sitting.item().position()).isEqualTo(2);
    show();
    assertThat(sitting.mayGoBack()).isFalse();
    assertThat(sitting.onScreen().answer("image_quality")).contains(scale("image_quality", 2));
    sitting.onScreen().answer("image_quality", scale("image_quality", 5));
    sitting.submit();
    assertThat(sitting.item().position()).isEqualTo(3);

    List<Rating> ratings = file.ratings();
    assertThat(ratings).hasSize(6);
    assertThat(ratings.get(4).rated().answer()).isEqualTo(scale("image_quality", 5));
    assertThat(ratings.get(4).rated().changes()).isEqualTo(1);
    assertThat(file.submissions()).hasSize(3);
    read(3, 3);
    assertThat(file.submissions().getLast().timing().activeMs()).isEqualTo(7_000);
  }

  @Test
  void where_corrections_are_not_allowed_submitted_is_final() {
    beginAtCases(3, text -> text.replace("correction: previous", "correction: none"));
    read(2, 2);
    show();
    assertThat(sitting.mayGoBack()).isFalse();
    assertThatThrownBy(sitting::goBack).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_film_that_cannot_be_shown_is_skipped_with_its_reason() {
    beginAtCases(2, text -> text);
    sitting.skip("the pixel data end too early", "white screen");
    Submission last = file.submissions().getLast();
    assertThat(last.outcome()).isEqualTo(Submission.Outcome.SKIPPED);
    assertThat(last.reason()).isEqualTo("the pixel data end too early");
    assertThat(last.comment()).isEqualTo("white screen");
    assertThat(file.deviations().getLast().kind()).isEqualTo(Deviation.Kind.CASE_SKIPPED);
    assertThat(sitting.item().position()).isEqualTo(3);
  }

  @Test
  void pauses_count_neither_as_active_nor_as_idle() {
    beginAtCases(2, text -> text);
    show();
    pass(20);
    sitting.pause();
    pass(500);
    assertThat(sitting.pausedFor()).isEqualTo(Duration.ofSeconds(500));
    sitting.resume();
    pass(5);
    agree(3, 3);
    sitting.submit();
    assertThat(file.submissions().getLast().timing().activeMs()).isEqualTo(25_000);
    assertThat(file.submissions().getLast().timing().idleMs()).isZero();
  }

  @Test
  void a_break_is_asked_for_between_cases_and_can_be_overridden_with_a_reason() {
    beginAtCases(3, text -> text.replace("break_after_minutes: 45", "break_after_minutes: 1"));
    show();
    pass(59);
    sitting.activity();
    pass(10);
    assertThat(sitting.stage()).isEqualTo(Stage.CASE);
    agree(3, 3);
    sitting.submit();
    assertThat(sitting.stage()).isEqualTo(Stage.BREAK);
    assertThat(sitting.waitLeft()).isEqualTo(Duration.ofMinutes(10));
    assertThatThrownBy(sitting::goOn).isInstanceOf(IllegalStateException.class);
    sitting.takeBreak();
    pass(600);
    sitting.goOn();
    show();
    pass(50);
    sitting.activity();
    pass(50);
    agree(3, 3);
    sitting.submit();
    assertThat(sitting.stage()).isEqualTo(Stage.BREAK);
    sitting.override("last case before the shift ends");
    assertThat(sitting.stage()).isEqualTo(Stage.MASK);
    assertThat(file.deviations().getLast().kind()).isEqualTo(Deviation.Kind.BREAK_SKIPPED);
  }

  @Test
  void a_sitting_ends_at_its_longest_time() {
    beginAtCases(3, text -> text.replace("longest_minutes: 120", "longest_minutes: 1"));
    show();
    pass(60);
    agree(3, 3);
    sitting.submit();
    assertThat(sitting.stage()).isEqualTo(Stage.LIMIT);
    sitting.override("nearly done");
    assertThat(sitting.stage()).isEqualTo(Stage.MASK);
    assertThat(file.deviations().getLast().kind()).isEqualTo(Deviation.Kind.SITTING_LIMIT_EXCEEDED);
  }

  @Test
  void practice_within_a_distance_is_tried_again_until_it_is_near() {
    begin(2, text -> text.replace("gate: answered", "gate: within_distance"));
    sitting.details(1, "");
    sitting.instructionsRead();
    sitting.displayChecked(check(true));
    show();
    agree(1, 2);
    sitting.submit();
    assertThat(sitting.feedback().getFirst().near()).isFalse();
    assertThat(sitting.mayLeaveFeedback()).isFalse();
    file.close();
    reopen();
    assertThat(sitting.item().practice()).isTrue();
    show();
    sitting.onScreen().answer("image_quality", scale("image_quality", 3));
    sitting.submit();
    sitting.tryAgain();
    show();
    sitting.onScreen().answer("image_quality", scale("image_quality", 4));
    sitting.submit();
    sitting.leaveFeedback();
    assertThat(sitting.item().practice()).isFalse();
  }

  @Test
  void a_failed_display_check_is_recorded_and_lets_on_and_another_display_asks_again() {
    begin(2, text -> text);
    sitting.details(1, "");
    sitting.instructionsRead();
    sitting.displayChecked(check(false));
    assertThat(sitting.stage()).isEqualTo(Stage.MASK);
    assertThat(file.deviations().getLast().kind()).isEqualTo(Deviation.Kind.DISPLAY_CHECK_FAILED);
    sitting.movedTo(new Display("d2", 1920, 1080, 1));
    show();
    agree(4, 4);
    sitting.submit();
    sitting.leaveFeedback();
    assertThat(sitting.stage()).isEqualTo(Stage.DISPLAY_CHECK);
  }

  @Test
  void answers_taken_back_are_gone_and_counted_as_a_change() {
    beginAtCases(2, text -> text);
    show();
    sitting.onScreen().answer("difficulty", scale("difficulty", 4));
    sitting.onScreen().clear("difficulty");
    assertThat(sitting.onScreen().answer("difficulty")).isEmpty();
    agree(3, 4);
    sitting.submit();
    assertThat(file.ratings().get(5).rated().changes()).isEqualTo(1);
  }

  @Test
  void a_wall_clock_that_is_set_back_or_forth_changes_dates_and_no_duration() {
    beginAtCases(2, text -> text);
    show();
    pass(10);
    wall = wall.minusSeconds(86_400);
    pass(10);
    wall = wall.plusSeconds(3 * 86_400);
    pass(10);
    agree(3, 2);
    sitting.submit();
    Submission submission = file.submissions().getLast();
    assertThat(submission.timing().activeMs()).isEqualTo(30_000);
    assertThat(submission.timing().idleMs()).isZero();
    assertThat(submission.timing().submitted()).isEqualTo(wall);
    assertThat(file.verify().broken()).isEmpty();
  }

  @Test
  void a_night_with_the_lid_closed_is_idle_or_nothing_whatever_the_clock_does_meanwhile() {
    beginAtCases(2, text -> text);
    show();
    pass(10);
    sitting.hidden(true);
    pass(8 * 3600);
    sitting.hidden(false);
    pass(5);
    agree(3, 2);
    sitting.submit();
    assertThat(file.submissions().getLast().timing().activeMs()).isEqualTo(15_000);
    assertThat(file.submissions().getLast().timing().idleMs()).isEqualTo(8 * 3_600_000);

    show();
    pass(10);
    wall = wall.plusSeconds(8 * 3600);
    pass(5);
    agree(3, 2);
    sitting.submit();
    assertThat(file.submissions().getLast().timing().activeMs())
        .as("a monotonic clock that stood still while the machine slept")
        .isEqualTo(15_000);
    assertThat(file.submissions().getLast().timing().idleMs()).isZero();
  }

  private void begin(int cases, UnaryOperator<String> change) {
    try {
      String text = change.apply(Files.readString(Path.of("reader-study-protocol.md")));
      SmallStudy small = new SmallStudy(cases, Protocol.parse("test.md", text));
      try (StudyFile study = small.create(folder.resolve("study.db"))) {
        path = small.issue(study, "R01", folder);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    reopen();
  }

  private void reopen() {
    file = ReadingFile.open(path);
    sitting = Sitting.begin(SmallStudy.unlock(file), clock, new Seat(DISPLAY, "test", false));
  }

  private void beginAtCases(int cases, UnaryOperator<String> change) {
    begin(cases, change);
    sitting.details(1, "");
    sitting.instructionsRead();
    sitting.displayChecked(check(true));
    show();
    agree(4, 4);
    sitting.submit();
    sitting.leaveFeedback();
  }

  private void show() {
    nanos += sitting.maskLeft().toNanos();
    sitting.shown(Duration.ZERO);
  }

  private void pass(long seconds) {
    wall = wall.plusSeconds(seconds);
    nanos += Duration.ofSeconds(seconds).toNanos();
  }

  private void agree(int quality, int difficulty) {
    sitting.onScreen().answer("label_disagreement", new Answer.Agree("Agree"));
    sitting.onScreen().answer("image_quality", scale("image_quality", quality));
    sitting.onScreen().answer("difficulty", scale("difficulty", difficulty));
  }

  private void read(int quality, int difficulty) {
    show();
    agree(quality, difficulty);
    sitting.submit();
  }

  private Answer scale(String id, int point) {
    return sitting.protocol().question(id).flatMap(q -> (q).choice(point)).orElseThrow();
  }

  private static DisplayCheck check(boolean passed) {
    return new DisplayCheck(DISPLAY, Map.of("squares", "all 18"), passed, null, true);
  }
}
