package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.exemplar.app.control.AnswerButton;
import org.exemplar.app.control.ProgressLine;
import org.exemplar.app.control.RadiographView;
import org.exemplar.study.EveryKind;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever can take the focus in the reading room says what it is. */
class NamesForScreenReadersTest extends RoomTest {
  private static final Set<AccessibleRole> SILENT =
      Set.of(AccessibleRole.NODE, AccessibleRole.SCROLL_PANE);

  @Test
  void on_every_page_whatever_takes_the_focus_has_a_name_and_a_role() {
    open(new ReadingFixture().asking(EveryKind.protocol()).write(folder, 1, 2));
    await("the passphrase is asked for", () -> shows("Passphrase"));
    named("passphrase", 5);
    robot.write(ReadingFixture.PASSPHRASE).type(KeyCode.ENTER);
    await("the reader's details are asked for", () -> shows("About you"));
    named("about you", 4);
    aboutYou();
    await("the display is checked", () -> shows("Same seat and same room light as for reading."));
    named("display check", 13);
    robot.type(KeyCode.DIGIT1, KeyCode.Y, KeyCode.Y, KeyCode.Y).type(KeyCode.ENTER);
    atCase("Practice 1 of 1");
    assertThat(named("case", 8))
        .contains("RADIO_BUTTON: Agree, key Y", "BUTTON: Pause (P)", "TEXT_FIELD: Comment");
    robot.type(KeyCode.Y, KeyCode.DIGIT4, KeyCode.DIGIT3);
    assertThat(named("number", 6)).anyMatch(name -> name.startsWith("SLIDER: "));
    robot.type(KeyCode.DIGIT5, KeyCode.ENTER);
    assertThat(named("list", 8)).contains("CHECK_BOX: Full inspiration, key 1");
    film("Radiograph, past 1 : 1");
    robot.type(KeyCode.I, KeyCode.H);
    film("Radiograph, inverted, flipped, past 1 : 1");
    robot.type(KeyCode.R, KeyCode.PAGE_UP, KeyCode.PAGE_UP, KeyCode.PAGE_UP, KeyCode.PAGE_UP);
    robot.type(KeyCode.N);
    await("the review opens", () -> shows("Finding by finding"));
    assertThat(named("review", 8)).contains("TEXT_FIELD: Add a missing finding");
    robot.type(KeyCode.F1);
    await("the keys are shown", () -> shows("Back to the film as acquired"));
    assertThat(named("keys", 5)).contains("BUTTON: Close (Esc)", "BUTTON: Change keys…");
    robot.type(KeyCode.ESCAPE).type(KeyCode.P);
    await("the room is paused", () -> shows("Paused for"));
    assertThat(named("pause", 2)).contains("BUTTON: End this sitting");
    assertThat(progress()).isEqualTo(0.0);
  }

  @Test
  void answers_say_whether_they_are_given_and_which_question_they_belong_to() {
    begin(new ReadingFixture().write(folder, 0, 1));
    atCase("Case 1 of 1");
    robot.type(KeyCode.Y);
    await("it is answered", () -> shows("2 answers missing"));
    AnswerButton agree = answer("Agree, key Y");
    AnswerButton disagree = answer("Disagree, key N");
    assertThat(agree.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
    assertThat(disagree.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(false);
    assertThat(agree.getAccessibleHelp()).isEqualTo("Do you fully agree with the given findings?");
  }

  private AnswerButton answer(String name) {
    return robot.lookup(".answer").queryAllAs(AnswerButton.class).stream()
        .filter(button -> name.equals(button.getAccessibleText()))
        .findFirst()
        .orElseThrow();
  }

  private void film(String name) {
    await(
        name,
        () ->
            name.equals(
                robot.lookup(n -> n instanceof RadiographView).query().getAccessibleText()));
  }

  private Object progress() {
    return robot
        .lookup(n -> n instanceof ProgressLine)
        .query()
        .queryAccessibleAttribute(AccessibleAttribute.VALUE);
  }

  /** Role and name of each; an error where one is missing. */
  private List<String> named(String page, int atLeast) {
    List<Node> found = new ArrayList<>();
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> collect(stage.getScene().getRoot(), found));
    assertThat(found).as(page).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(found)
        .as(page)
        .allSatisfy(node -> assertThat(name(node)).as(node.toString()).isNotBlank());
    return found.stream().map(node -> node.getAccessibleRole() + ": " + name(node)).toList();
  }

  private static String name(Node node) {
    String told = node.getAccessibleText();
    String own = node instanceof Labeled labeled ? labeled.getText() : null;
    return told != null && !told.isBlank() ? told : own == null ? "" : own;
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    boolean acts = node.isFocusTraversable() || node instanceof ButtonBase;
    if (acts && !SILENT.contains(node.getAccessibleRole())) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }
}
