package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.exemplar.app.control.KeyHint;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.PixelSpacing;
import org.junit.jupiter.api.Test;

/** The film's tools in the real room, by their keys. */
class ViewingByKeyboardTest extends RoomTest {
  @Test
  void every_tool_of_the_film_has_its_key() {
    begin(new ReadingFixture().with(film().encode()).write(folder, 0, 1));
    atCase("Case 1 of 1");
    shift(KeyCode.DIGIT4);
    assertThat(shows("Lung")).isTrue();
    robot.type(KeyCode.W);
    assertThat(shows("W 65535")).as("after an own window, the first of the file").isTrue();
    robot.type(KeyCode.W);
    assertThat(shows("Window 2 of 2") && shows("W 20000")).isTrue();
    robot.type(KeyCode.RIGHT);
    assertThat(shows("W 21311")).isTrue();
    shift(KeyCode.RIGHT);
    assertThat(shows("W 27864")).isTrue();
    robot.press(KeyCode.CONTROL).type(KeyCode.LEFT).release(KeyCode.CONTROL);
    assertThat(shows("W 27602")).isTrue();
    robot.type(KeyCode.O);
    assertThat(shows("1 : 1")).isTrue();
    robot.type(KeyCode.PLUS);
    assertThat(shows("125 %") && shows("Past 1 : 1")).isTrue();
    robot.type(KeyCode.F, KeyCode.CLOSE_BRACKET);
    assertThat(shows("Turned 90°")).isTrue();
    robot.type(KeyCode.OPEN_BRACKET, KeyCode.S);
    assertThat(shows("Turned")).isFalse();
    await("the scale bar says what it is true of", () -> shows("cm at detector"));
    robot.type(KeyCode.R);
    assertThat(shows("W 65535")).isTrue();
  }

  @Test
  void the_lens_is_there_while_its_key_is_down_wherever_the_pointer_is() {
    begin(new ReadingFixture().write(folder, 0, 1));
    atCase("Case 1 of 1");
    assertThat(lens().isVisible()).isFalse();
    robot.press(KeyCode.Z);
    await("the lens is shown", () -> lens().isVisible());
    robot.release(KeyCode.Z);
    await("the lens is gone", () -> !lens().isVisible());
  }

  @Test
  void space_drags_the_film_and_never_presses_what_has_the_focus() {
    begin(new ReadingFixture().write(folder, 0, 2));
    atCase("Case 1 of 2");
    robot.type(KeyCode.Y, KeyCode.DIGIT1, KeyCode.DIGIT1);
    await("the focus is on the next case", () -> shows("Complete"));
    String zoom = words().stream().filter(w -> w.endsWith(" %")).findFirst().orElseThrow();
    robot.moveTo(stage.getScene().getRoot()).moveBy(-200, 0);
    robot.press(KeyCode.SPACE).press(MouseButton.SECONDARY).moveBy(30, 0);
    robot.release(MouseButton.SECONDARY).release(KeyCode.SPACE);
    robot.type(KeyCode.SPACE);
    atCase("Case 1 of 2");
    assertThat(shows(zoom) && shows("W 65535")).as("neither zoomed nor windowed").isTrue();
    robot.type(KeyCode.ENTER);
    atCase("Case 2 of 2");
  }

  @Test
  void a_key_is_changed_by_keyboard_alone_and_every_hint_follows() {
    begin(new ReadingFixture().write(folder, 0, 1));
    atCase("Case 1 of 1");
    robot.type(KeyCode.F1);
    await("the keys are shown", () -> shows("Back to the film as acquired"));
    assertThat(words()).contains("Next window of the file", "Scale bar", "Next monitor");
    press("Change keys…");
    await("keys can be changed", () -> shows("Point 9 of the scale"));
    robot.interact(() -> keyOf("Pause").requestFocus());
    robot.type(KeyCode.ENTER);
    await("the next stroke is asked for", () -> shows("Press the new key for “Pause”"));
    robot.type(KeyCode.I);
    await("a taken key is refused", () -> shows("I is already “Invert”; choose another key"));
    robot.type(KeyCode.ENTER).type(KeyCode.V);
    await("the key is taken", () -> shows("“Pause” is now V."));
    robot.type(KeyCode.ESCAPE);
    robot.type(KeyCode.V);
    await("it acts", () -> shows("The film is hidden and the clock of this case stands still."));
    assertThat(robot.lookup(".key-hint").queryAllAs(KeyHint.class).stream().map(KeyHint::getText))
        .doesNotContain("P")
        .contains("V");
  }

  @Test
  void while_the_keys_are_shown_the_keyboard_stays_with_them() {
    begin(new ReadingFixture().write(folder, 0, 1));
    atCase("Case 1 of 1");
    robot.type(KeyCode.F1);
    for (int i = 0; i < 12; i++) {
      robot.type(KeyCode.TAB);
      assertThat(robot.lookup(".keys-box").queryAs(Region.class).lookupAll("*"))
          .as("after %d tabs", i + 1)
          .contains(stage.getScene().getFocusOwner());
    }
    robot.type(KeyCode.ESCAPE).type(KeyCode.Y);
    await("answers go on", () -> shows("2 answers missing"));
  }

  @Test
  void badges_stand_beside_a_fitted_film_of_whatever_shape() {
    begin(
        new ReadingFixture()
            .with(shaped(600, 580).encode())
            .with(shaped(400, 900).encode())
            .write(folder, 0, 2));
    atCase("Case 1 of 2");
    badgesAreBesideTheFilm();
    robot.type(KeyCode.I, KeyCode.H);
    badgesAreBesideTheFilm();
    robot.type(KeyCode.R, KeyCode.Y, KeyCode.DIGIT1, KeyCode.DIGIT1).type(KeyCode.ENTER);
    atCase("Case 2 of 2");
    badgesAreBesideTheFilm();
  }

  private void badgesAreBesideTheFilm() {
    org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
    var film =
        robot.lookup(n -> n instanceof org.exemplar.app.control.DevicePicture).queryAll().stream()
            .filter(n -> n.getParent() instanceof org.exemplar.app.control.RadiographView)
            .findFirst()
            .orElseThrow();
    var on = film.localToScene(film.getBoundsInLocal());
    var badges =
        robot.lookup(".view-badge").queryAll().stream()
            .filter(n -> n.isVisible() && n.getParent().getStyleClass().contains("badges"))
            .toList();
    assertThat(badges).isNotEmpty();
    badges.forEach(b ->
        assertThat(b.localToScene(b.getBoundsInLocal()).intersects(on)).as(b.toString()).isFalse());
  }

  private void shift(KeyCode key) {
    robot.press(KeyCode.SHIFT).type(key).release(KeyCode.SHIFT);
  }

  private void press(String words) {
    robot.interact(() -> robot.lookup(words).queryAs(Button.class).fire());
  }

  private Button keyOf(String act) {
    return robot.lookup(".key-button").queryAllAs(Button.class).stream()
        .filter(b -> b.getAccessibleText().startsWith(act + ", "))
        .findFirst()
        .orElseThrow();
  }

  private javafx.scene.Node lens() {
    return robot.lookup(".lens").query();
  }

  private static NeutralRadiograph film() {
    short[] values = new short[300 * 240];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (i % 300 * 218);
    }
    return NeutralRadiograph.of(
        240,
        300,
        values,
        new PixelSpacing(0.5, 0.5, PixelSpacing.Kind.AT_DETECTOR),
        List.of(DisplayWindow.FULL, DisplayWindow.between(10000, 30000)));
  }

  private static NeutralRadiograph shaped(int rows, int columns) {
    return NeutralRadiograph.of(
        rows, columns, new short[rows * columns], null, List.of(DisplayWindow.FULL));
  }
}
