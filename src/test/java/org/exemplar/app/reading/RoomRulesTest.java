package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.exemplar.sitting.SittingClock;
import org.exemplar.store.ReadingFile;
import org.exemplar.study.Correction;
import org.exemplar.study.Deviation;
import org.exemplar.study.Practice;
import org.exemplar.study.ReadingRules;
import org.exemplar.study.SittingEvent;
import org.exemplar.study.SittingLimits;
import org.junit.jupiter.api.Test;

/** The protocol's rules as a reader meets them on the screen, and what each leaves in the file. */
class RoomRulesTest extends RoomTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void when_the_file_vanishes_the_reader_is_told_and_no_answer_is_lost() throws IOException {
    Path drive = Files.createDirectory(folder.resolve("drive"));
    Path file = new ReadingFixture().write(drive, 0, 3);
    begin(file);
    atCase("Case 1 of 3");
    robot.type(KeyCode.Y, KeyCode.DIGIT4);
    Files.move(drive, folder.resolve("away"));
    robot.type(KeyCode.DIGIT2);
    await("the reader is told", () -> dialogs().contains("Your answers are kept in another place"));
    assertThat(dialogs())
        .contains("R01.reading is no longer where it was opened")
        .contains(folder.resolve("refuge").toString())
        .contains("you can go on reading")
        .contains("open the file once more on this computer");
    closeDialogs();
    robot.type(KeyCode.ENTER);
    atCase("Case 2 of 3");
    robot.type(KeyCode.Y, KeyCode.DIGIT1);
    robot.interact(() -> stage.hide());

    Files.createDirectories(drive);
    Files.move(folder.resolve("away").resolve("R01.reading"), file);
    open(file);
    await("the passphrase is asked for", () -> shows("Passphrase"));
    robot.write(ReadingFixture.PASSPHRASE).type(KeyCode.ENTER);
    atCase("Case 2 of 3");
    assertThat(shows("1 answer missing")).isTrue();
    robot.interact(() -> stage.hide());
    try (ReadingFile read = ReadingFile.openReadOnly(file)) {
      assertThat(read.ratings()).hasSize(3);
      assertThat(read.changes(read.worklist().at(2))).hasSize(2);
      assertThat(read.verify().broken()).isEmpty();
    }
    assertThat(folder.resolve("refuge")).isEmptyDirectory();
  }

  @Test
  void a_break_is_asked_for_and_skipping_it_is_recorded_with_its_reason() {
    Path file = limited(new SittingLimits(Duration.ZERO, MINUTE, Duration.ofMinutes(5), 0), 2);
    rateCase("Case 1 of 2");
    await("a break is asked for", () -> shows("Time for a break"));
    assertThat(shows("5 minutes away from the screen")).isTrue();
    assertThat(shows("reading for 1 minutes")).isFalse();
    goOnBecause("the ward round begins");
    atCase("Case 2 of 2");
    assertDeviation(file, Deviation.Kind.BREAK_SKIPPED, "the ward round begins");
  }

  @Test
  void a_sitting_ends_at_its_longest_and_going_on_is_recorded_with_its_reason() {
    Path file = limited(new SittingLimits(MINUTE, Duration.ZERO, Duration.ZERO, 0), 2);
    rateCase("Case 1 of 2");
    await("the sitting is long enough", () -> shows("Enough for one sitting"));
    goOnBecause("one more");
    atCase("Case 2 of 2");
    assertDeviation(file, Deviation.Kind.SITTING_LIMIT_EXCEEDED, "one more");
  }

  @Test
  void a_repeat_waits_for_its_washout_and_is_a_second_rating_of_the_same_case() {
    Path file =
        new ReadingFixture()
            .repeatingFirst()
            .under(rules ->
                with(rules, new SittingLimits(Duration.ZERO, Duration.ZERO, Duration.ZERO, 7)))
            .write(folder, 0, 1);
    begin(file);
    rateCase("Case 1 of 2");
    await("the washout is told", () -> shows("Some cases come again later"));
    assertThat(shows("7 days between")).isTrue();
    goOnBecause("leaving tomorrow");
    rateCase("Case 2 of 2");
    await("the reader is thanked", () -> shows("Thank you."));
    assertDeviation(file, Deviation.Kind.WASHOUT_SHORTENED, "leaving tomorrow");
    try (ReadingFile read = ReadingFile.openReadOnly(file)) {
      assertThat(read.ratings()).hasSize(6);
      assertThat(read.ratings())
          .extracting(r -> r.item().code())
          .containsOnly(read.worklist().at(1).code());
      assertThat(read.ratings())
          .extracting(r -> r.item().showing())
          .containsExactly(1, 1, 1, 2, 2, 2);
    }
  }

  @Test
  void the_gate_opens_only_near_the_teams_answers_and_the_second_try_counts() {
    Path file =
        new ReadingFixture()
            .under(rules ->
                new ReadingRules(
                    new Practice(1, Practice.Gate.WITHIN_DISTANCE, 1),
                    rules.correction(),
                    rules.limits(),
                    rules.pacing()))
            .write(folder, 1, 1);
    begin(file);
    atCase("Practice 1 of 1");
    robot.type(KeyCode.Y, KeyCode.DIGIT1, KeyCode.DIGIT1).type(KeyCode.ENTER);
    await("feedback is shown", () -> shows("3 points apart"));
    assertThat(shows("The lower film is bright")).as("why the team answered so").isTrue();
    robot.type(KeyCode.ENTER);
    assertThat(shows("3 points apart")).as("the gate holds").isTrue();
    robot.type(KeyCode.T);
    await("the feedback is gone", () -> !shows("points apart"));
    atCase("Practice 1 of 1");
    robot.type(KeyCode.PAGE_UP, KeyCode.PAGE_UP, KeyCode.DIGIT3).type(KeyCode.ENTER);
    await("feedback is shown", () -> shows("1 point apart"));
    robot.type(KeyCode.ENTER);
    atCase("Case 1 of 1");
    robot.interact(() -> stage.hide());
    try (ReadingFile read = ReadingFile.openReadOnly(file)) {
      assertThat(read.submissions()).hasSize(2);
      assertThat(read.ratings().get(1).rated().answer().code()).hasValue(3);
      assertThat(read.events())
          .extracting(SittingEvent::kind)
          .contains(SittingEvent.Kind.PRACTICE_REPEATED);
    }
  }

  @Test
  void where_submitted_is_final_backspace_leads_nowhere() {
    begin(corrected(Correction.NONE));
    rateCase("Case 1 of 3");
    atCase("Case 2 of 3");
    robot.type(KeyCode.BACK_SPACE);
    assertThat(shows("Case 2 of 3")).isTrue();
  }

  @Test
  void the_previous_case_alone_or_any_case_can_be_corrected_as_the_protocol_says() {
    begin(corrected(Correction.PREVIOUS));
    rateCase("Case 1 of 3");
    rateCase("Case 2 of 3");
    atCase("Case 3 of 3");
    robot.type(KeyCode.BACK_SPACE);
    atCase("Case 2 of 3");
    robot.type(KeyCode.BACK_SPACE);
    assertThat(shows("Case 2 of 3")).isTrue();
    robot.interact(() -> stage.hide());

    Path file = folder.resolve("R01.reading");
    robot.interact(() -> assertThat(file.toFile().delete()).isTrue());
    begin(corrected(Correction.ANY));
    rateCase("Case 1 of 3");
    rateCase("Case 2 of 3");
    atCase("Case 3 of 3");
    robot.type(KeyCode.BACK_SPACE);
    atCase("Case 2 of 3");
    robot.type(KeyCode.BACK_SPACE);
    atCase("Case 1 of 3");
    robot.type(KeyCode.PAGE_UP, KeyCode.PAGE_UP, KeyCode.DIGIT5).type(KeyCode.ENTER);
    atCase("Case 3 of 3");
    robot.interact(() -> stage.hide());
    try (ReadingFile read = ReadingFile.openReadOnly(file)) {
      assertThat(read.submissions()).hasSize(3);
      assertThat(read.ratings().get(1).rated().answer().code()).hasValue(5);
      assertThat(read.ratings().get(1).rated().changes()).isEqualTo(1);
    }
  }

  @Test
  void the_time_from_the_end_of_the_mask_to_the_film_is_stored_with_each_film() {
    Path file = limited(SittingLimits.NONE, 2);
    rateCase("Case 1 of 2");
    rateCase("Case 2 of 2");
    await("the reader is thanked", () -> shows("Thank you."));
    try (ReadingFile read = ReadingFile.openReadOnly(hidden(file))) {
      List<SittingEvent> shown =
          read.events().stream().filter(e -> e.kind() == SittingEvent.Kind.SHOWN).toList();
      assertThat(shown).extracting(SittingEvent::position).containsExactly(1, 2);
      assertThat(shown).allSatisfy(e -> assertThat(e.note()).matches("\\d+"));
    }
  }

  private void closeDialogs() {
    robot.interact(() ->
        List.copyOf(Window.getWindows()).stream().filter(w -> w != stage).forEach(Window::hide));
  }

  private Path limited(SittingLimits limits, int cases) {
    Path file = new ReadingFixture().under(rules -> with(rules, limits)).write(folder, 0, cases);
    // A minute passes in 60 milliseconds.
    clock = new SittingClock(InstantSource.system(), () -> 1000 * System.nanoTime());
    begin(file);
    return file;
  }

  private Path corrected(Correction correction) {
    return new ReadingFixture()
        .under(rules ->
            new ReadingRules(rules.practice(), correction, SittingLimits.NONE, rules.pacing()))
        .write(folder, 0, 3);
  }

  private static ReadingRules with(ReadingRules rules, SittingLimits limits) {
    return new ReadingRules(rules.practice(), rules.correction(), limits, rules.pacing());
  }

  private void rateCase(String heading) {
    atCase(heading);
    robot.sleep(70);
    robot.type(KeyCode.Y, KeyCode.DIGIT4, KeyCode.DIGIT2).type(KeyCode.ENTER);
  }

  private void goOnBecause(String reason) {
    robot.interact(() -> robot.lookup(".text-field").query().requestFocus());
    robot.write(reason).type(KeyCode.ENTER);
  }

  private void assertDeviation(Path file, Deviation.Kind kind, String reason) {
    try (ReadingFile read = ReadingFile.openReadOnly(hidden(file))) {
      assertThat(read.deviations())
          .filteredOn(d -> d.kind() == kind)
          .singleElement()
          .satisfies(d -> assertThat(d.reason()).isEqualTo(reason));
    }
  }

  private Path hidden(Path file) {
    robot.interact(() -> stage.hide());
    return file;
  }
}
