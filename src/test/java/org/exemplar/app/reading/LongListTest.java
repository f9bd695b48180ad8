package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.exemplar.store.ReadingFile;
import org.exemplar.study.Answer;
import org.exemplar.study.EveryKind;
import org.exemplar.study.Protocol;
import org.exemplar.study.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checklist of more than nine items: each has a key, and the item shows it. */
class LongListTest extends RoomTest {
  private static final List<String> ITEMS =
      IntStream.rangeClosed(1, 21).mapToObj(i -> "Criterion " + i).toList();

  @Test
  void every_item_shows_its_key_and_is_checked_by_it() {
    Protocol protocol =
        Protocol.parse(
            "long-list.md",
            EveryKind.text()
                .replace(
                    "items: [Full inspiration, No rotation, \"Lungs whole, apex to angle\"]",
                    "items: [" + String.join(", ", ITEMS) + "]"));
    Path file = new ReadingFixture().asking(protocol).write(folder, 0, 1);
    begin(file);
    atCase("Case 1 of 1");
    robot.type(KeyCode.Y, KeyCode.DIGIT4, KeyCode.DIGIT3, KeyCode.DIGIT5, KeyCode.ENTER);
    await("the list has the focus", () -> shows("Any number of them, then Enter"));
    assertThat(keysOfItems()).startsWith("1", "2").contains("9", "B", "X", "Shift+A", "Shift+B");
    robot.type(KeyCode.DIGIT9, KeyCode.B);
    robot.press(KeyCode.SHIFT).type(KeyCode.B).release(KeyCode.SHIFT);
    robot.type(KeyCode.F1);
    await("the keys stand in the overlay", () -> words().contains("B…Shift+B"));
    robot.type(KeyCode.ESCAPE).type(KeyCode.ENTER).type(KeyCode.ENTER);
    await("the reader is thanked", () -> shows("Thank you."));
    robot.interact(() -> stage.hide());
    try (ReadingFile read = ReadingFile.openReadOnly(file)) {
      assertThat(read.ratings())
          .filteredOn(rating -> rating.rated().questionId().equals("criteria"))
          .singleElement()
          .satisfies(rating ->
              assertThat(rating.rated().answer())
                  .isEqualTo(
                      new Answer.Checked(List.of("Criterion 9", "Criterion 10", "Criterion 21"))));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_longest_list_has_a_key_for_each_item_in_every_preset(KeyPreset preset) {
    KeyMap keys = KeyMap.of(preset);
    ItemKeys items = new ItemKeys(keys);
    List<String> hints = IntStream.range(0, Question.Checklist.MOST).mapToObj(items::hint).toList();
    assertThat(hints).doesNotContain("").doesNotHaveDuplicates();
    assertThat(hints.subList(9, hints.size()))
        .allSatisfy(hint -> assertThat(keys.act(Stroke.parse(hint))).isEmpty());
    for (int item = 0; item < hints.size(); item++) {
      assertThat(items.item(Stroke.parse(hints.get(item)))).hasValue(item);
    }
  }

  /** The printed keys of the items, from their names for screen readers. */
  private List<String> keysOfItems() {
    Set<javafx.scene.Node> rows = robot.lookup(".answer").queryAll();
    return rows.stream()
        .map(row -> Objects.requireNonNullElse(row.getAccessibleText(), ""))
        .filter(text -> text.startsWith("Criterion "))
        .map(text -> text.substring(text.lastIndexOf(' ') + 1))
        .toList();
  }
}
