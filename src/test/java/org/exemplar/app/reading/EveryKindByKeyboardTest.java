package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.exemplar.store.ReadingFile;
import org.exemplar.study.Answer;
import org.exemplar.study.EveryKind;
import org.exemplar.study.Rating;
import org.junit.jupiter.api.Test;

/** Questions of every kind, answered in the real room by keyboard alone. */
class EveryKindByKeyboardTest extends RoomTest {
  @Test
  void every_kind_is_answered_by_keyboard_kept_over_closing_and_stored_as_it_was_said() {
    Path file = new ReadingFixture().asking(EveryKind.protocol()).write(folder, 0, 2);
    begin(file);
    atCase("Case 1 of 2");
    assertThat(shows("Would you ask for another film?")).as("asked only of poor films").isFalse();
    robot.type(KeyCode.Y, KeyCode.DIGIT2, KeyCode.DIGIT3);
    await("a poor film is asked about", () -> shows("Would you ask for another film?"));
    robot.type(KeyCode.Y).type(KeyCode.DIGIT6, KeyCode.DIGIT3);
    assertThat(words()).as("the number stands in its field").contains("[63]");
    robot.type(KeyCode.LEFT).type(KeyCode.ENTER);
    robot.type(KeyCode.DIGIT3, KeyCode.DOWN, KeyCode.SPACE);
    await("complete", () -> shows("Complete"));
    robot.type(KeyCode.ENTER).type(KeyCode.ENTER);
    atCase("Case 2 of 2");

    robot.type(KeyCode.Y, KeyCode.DIGIT5, KeyCode.DIGIT1, KeyCode.DIGIT7);
    robot.interact(() -> stage.hide());
    open(file);
    await("the file says where one stopped", () -> shows("1 of 2 cases are read"));
    robot.write(ReadingFixture.PASSPHRASE).type(KeyCode.ENTER);
    atCase("Case 2 of 2");
    assertThat(words()).as("a number typed just before closing is kept").containsAnyOf("[7]", "7");
    robot.type(KeyCode.DIGIT0);
    await("none of these is an answer", () -> shows("Complete"));
    robot.type(KeyCode.ENTER);
    await("the reader is thanked", () -> shows("Thank you. All 2 films are read."));
    robot.interact(() -> stage.hide());

    try (ReadingFile read = ReadingFile.openReadOnly(file)) {
      assertThat(answer(read, 1, "retake")).isEqualTo(new Answer.Yes("Yes"));
      assertThat(answer(read, 1, "confidence")).isEqualTo(new Answer.Score(62));
      assertThat(answer(read, 1, "criteria"))
          .isEqualTo(new Answer.Checked(List.of("Full inspiration", "Lungs whole, apex to angle")));
      assertThat(answer(read, 2, "confidence")).isEqualTo(new Answer.Score(7));
      assertThat(answer(read, 2, "criteria")).isEqualTo(new Answer.Checked(List.of()));
      assertThat(read.ratings())
          .extracting(r -> r.rated().questionId())
          .doesNotContain("hernia_side");
      assertThat(read.verify().intact()).isTrue();
    }
  }

  private static Answer answer(ReadingFile file, int position, String question) {
    return file.ratings().stream()
        .filter(r -> r.item().position() == position)
        .map(Rating::rated)
        .filter(rated -> rated.questionId().equals(question))
        .findFirst()
        .orElseThrow()
        .answer();
  }
}
