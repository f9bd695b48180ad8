package org.exemplar.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.NeutralRadiograph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What is on the screen, pixel by pixel. */
class RadiographViewTest {
  private final FxRobot robot = new FxRobot();
  private final FilmModel model = new FilmModel();
  private Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void open() {
    robot.interact(() -> {
      stage = new Stage();
      RadiographView view = new RadiographView(model);
      stage.setScene(new Scene(new StackPane(view), 256, 200));
      stage.show();
      model.show(ramp());
      model.oneToOne();
    });
  }

  @AfterEach
  void close() {
    robot.interact(stage::hide);
  }

  @Test
  void one_to_one_shows_each_value_on_its_own_pixel() {
    WritableImage screen = screen();
    for (int x = 0; x < 256; x++) {
      assertThat(screen.getPixelReader().getArgb(x, 100) & 0xff).as("column " + x).isEqualTo(x);
    }
  }

  @Test
  void inverting_and_mirroring_exchange_what_they_say() {
    robot.interact(model::invert);
    assertThat(screen().getPixelReader().getArgb(10, 100) & 0xff).isEqualTo(245);
    robot.interact(model::mirror);
    assertThat(screen().getPixelReader().getArgb(10, 100) & 0xff).isEqualTo(10);
  }

  @Test
  void a_right_drag_changes_the_window_and_a_left_drag_moves_the_film() {
    DisplayWindow before = model.state().window();
    robot.moveTo(stage.getScene().getRoot());
    robot.press(MouseButton.SECONDARY).moveBy(40, 20).release(MouseButton.SECONDARY);
    assertThat(model.state().window().width()).isGreaterThan(before.width());
    assertThat(model.state().window().centre()).isGreaterThan(before.centre());
    robot.interact(model::reset);
    robot.interact(model::oneToOne);
    robot.moveTo(stage.getScene().getRoot());
    robot.press(MouseButton.PRIMARY).moveBy(30, 0).release(MouseButton.PRIMARY);
    assertThat(screen().getPixelReader().getArgb(130, 100) & 0xff).isEqualTo(100);
  }

  private WritableImage screen() {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(5000, () -> stage.getScene().snapshot(null));
  }

  /** 256 columns, each 257 brighter than the one before: gray levels 0 to 255. */
  private static NeutralRadiograph ramp() {
    short[] values = new short[256 * 200];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (i % 256 * 257);
    }
    return NeutralRadiograph.of(200, 256, values, null, List.of(DisplayWindow.FULL));
  }
}
