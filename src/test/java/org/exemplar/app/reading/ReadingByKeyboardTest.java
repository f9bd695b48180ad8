package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.exemplar.store.ReadingFile;
import org.exemplar.study.Deviation;
import org.exemplar.study.Rating;
import org.exemplar.study.Submission;
import org.junit.jupiter.api.Test;

/** Reads in the real room with real files, by keyboard alone. */
class ReadingByKeyboardTest extends RoomTest {
  @Test
  void six_cases_are_rated_by_keyboard_alone_closed_in_the_middle_and_resumed() {
    Path file = new ReadingFixture().write(folder, 1, 6);
    open(file);
    await("the wrong passphrase is told", () -> shows("Passphrase"));
    robot.write("wrong").type(KeyCode.ENTER);
    await("the wrong passphrase is told", () -> shows("1 try · there is no limit"));
    robot.write(ReadingFixture.PASSPHRASE).type(KeyCode.ENTER);
    await("the reader's details are asked for", () -> shows("About you"));
    aboutYou();
    await("the display is checked", () -> shows("Same seat and same room light as for reading."));
    robot.type(KeyCode.DIGIT1, KeyCode.Y, KeyCode.Y, KeyCode.Y).type(KeyCode.ENTER);
    atCase("Practice 1 of 1");
    robot.type(KeyCode.Y, KeyCode.DIGIT2, KeyCode.DIGIT1).type(KeyCode.ENTER);
    await("feedback is shown", () -> shows("2 points apart"));
    robot.type(KeyCode.ENTER);
    for (int place = 1; place <= 2; place++) {
      atCase("Case " + place + " of 6");
      robot.type(KeyCode.Y, KeyCode.DIGIT4, KeyCode.DIGIT2).type(KeyCode.ENTER);
    }
    atCase("Case 3 of 6");
    robot.type(KeyCode.Y, KeyCode.DIGIT5);
    await("the third question has the focus", () -> shows("1 answer missing"));
    robot.interact(() -> stage.hide());

    open(file);
    await("the file says where one stopped", () -> shows("2 of 6 cases are read"));
    robot.write(ReadingFixture.PASSPHRASE).type(KeyCode.ENTER);
    atCase("Case 3 of 6");
    assertThat(shows("1 answer missing"))
        .as("answers given before closing are still there")
        .isTrue();
    robot.type(KeyCode.U).type(KeyCode.ENTER);
    atCase("Case 4 of 6");
    disagreeFindingByFinding();
    for (int place = 5; place <= 6; place++) {
      atCase("Case " + place + " of 6");
      robot.type(KeyCode.Y, KeyCode.DIGIT3, KeyCode.DIGIT3).type(KeyCode.ENTER);
    }
    await("the reader is thanked", () -> shows("Thank you. All 6 films are read."));
    assertThat(shows("Record complete and unbroken")).isTrue();
    robot.interact(() -> stage.hide());
    stored(file);
  }

  @Test
  void tools_change_the_view_and_the_view_is_stored_with_the_rating() {
    Path file = new ReadingFixture().write(folder, 0, 1);
    begin(file);
    atCase("Case 1 of 1");
    robot.type(KeyCode.I, KeyCode.H, KeyCode.RIGHT);
    assertThat(shows("Inverted") && shows("Flipped")).isTrue();
    robot.type(KeyCode.R);
    assertThat(shows("Inverted")).isFalse();
    robot.type(KeyCode.I).type(KeyCode.Y, KeyCode.DIGIT1, KeyCode.DIGIT1);
    robot.type(KeyCode.C).write("rotated 1 2 n").type(KeyCode.ENTER);
    robot.type(KeyCode.P);
    await(
        "the room is paused",
        () -> shows("The film is hidden and the clock of this case stands still."));
    robot.type(KeyCode.ENTER);
    await("the case goes on", () -> shows("Complete"));
    robot.type(KeyCode.ENTER);
    await("the reader is thanked", () -> shows("Thank you. The film is read."));
    robot.interact(() -> stage.hide());
    try (ReadingFile read = ReadingFile.openReadOnly(file)) {
      Rating rating = read.ratings().getFirst();
      assertThat(rating.circumstances().view().inverted()).isTrue();
      assertThat(rating.circumstances().displayId()).startsWith("display-1");
      assertThat(read.submissions().getFirst().comment()).isEqualTo("rotated 1 2 n");
    }
  }

  @Test
  void a_film_that_cannot_be_shown_is_skipped_with_its_reason() {
    Path file = new ReadingFixture().with(new byte[] {1, 2, 3}).write(folder, 0, 2);
    begin(file);
    await("the failure is told", () -> shows("The film of this case cannot be shown"));
    robot.sleep(550).type(KeyCode.ENTER);
    atCase("Case 2 of 2");
    robot.interact(() -> stage.hide());
    try (ReadingFile read = ReadingFile.openReadOnly(file)) {
      Submission skipped = read.submissions().getFirst();
      assertThat(skipped.outcome()).isEqualTo(Submission.Outcome.SKIPPED);
      assertThat(skipped.reason()).isNotBlank();
    }
  }

  @Test
  void an_incomplete_case_goes_on_only_with_a_reason() {
    Path file = new ReadingFixture().write(folder, 0, 2);
    begin(file);
    atCase("Case 1 of 2");
    robot.type(KeyCode.Y).type(KeyCode.ENTER);
    assertThat(shows("2 answers missing")).isTrue();
    robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
    robot.write("called away").type(KeyCode.ENTER);
    atCase("Case 2 of 2");
    robot.interact(() -> stage.hide());
    try (ReadingFile read = ReadingFile.openReadOnly(file)) {
      assertThat(read.submissions().getFirst().reason()).isEqualTo("called away");
      assertThat(read.deviations())
          .extracting(Deviation::kind)
          .contains(Deviation.Kind.SUBMITTED_INCOMPLETE);
    }
  }

  private void disagreeFindingByFinding() {
    robot.type(KeyCode.N);
    await("the review opens", () -> shows("Finding by finding"));
    int given = count("Atelectasis") > 0 ? 4 : 1;
    for (int i = 0; i < given; i++) {
      robot.type(i == 0 ? KeyCode.N : KeyCode.Y);
    }
    await("the search has the keyboard", () -> shows("Esc leaves the search"));
    robot.write("emph").type(KeyCode.ENTER);
    await("a missing finding was added", () -> shows("1 added"));
    robot.type(KeyCode.ESCAPE);
    await("the search was left", () -> !shows("Esc leaves the search"));
    robot.type(KeyCode.DIGIT4, KeyCode.DIGIT4).type(KeyCode.ENTER);
  }

  private static void stored(Path file) {
    try (ReadingFile read = ReadingFile.openReadOnly(file)) {
      List<Rating> ratings = read.ratings().stream().filter(r -> !r.item().practice()).toList();
      assertThat(ratings).hasSize(18);
      assertThat(read.progress().finished()).isTrue();
      assertThat(read.details().orElseThrow().yearsOfExperience()).isEqualTo(12);
      assertThat(of(ratings, 2, "image_quality").rated().answer().code()).hasValue(4);
      assertThat(of(ratings, 4, "image_quality").rated().answer().code()).hasValue(5);
      assertThat(of(ratings, 4, "difficulty").rated().answer().kind()).isEqualTo("cannot_judge");
      assertThat(of(ratings, 5, "label_disagreement").rated().answer().code()).hasValue(1);
      assertThat(of(ratings, 5, "label_disagreement").rated().review().missing())
          .containsExactly("Emphysema");
      assertThat(read.verify().intact()).isTrue();
    }
  }

  private static Rating of(List<Rating> ratings, int position, String question) {
    return ratings.stream()
        .filter(r -> r.item().position() == position && r.rated().questionId().equals(question))
        .findFirst()
        .orElseThrow();
  }
}
