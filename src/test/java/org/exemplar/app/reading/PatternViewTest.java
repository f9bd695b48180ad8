package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The display check claims "pixel for pixel" only where that is so, and stores what is so. */
class PatternViewTest {
  private final FxRobot robot = new FxRobot();
  private final List<DisplayCheck> done = new ArrayList<>();
  private Stage stage;
  private StackPane around;
  private DisplayCheckPage page;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void close() {
    robot.interact(() -> stage.hide());
  }

  @Test
  void on_whole_device_pixels_the_claim_is_made_and_stored() {
    show(1400, 900);
    assertThat(page.pattern().flawProperty().get()).isEmpty();
    assertThat(visible("Drawn pixel for pixel")).isTrue();
    assertThat(checked().pixelForPixel()).isTrue();
  }

  @Test
  void a_stretched_or_shifted_pattern_is_not_pixel_for_pixel() {
    show(1400, 900);
    robot.interact(() -> {
      around.setScaleX(1.25);
      around.setScaleY(1.25);
      page.pattern().requestLayout();
      around.layout();
    });
    assertThat(page.pattern().flawProperty().get()).startsWith("Not pixel for pixel");
    assertThat(visible("Drawn pixel for pixel")).isFalse();
    assertThat(checked().pixelForPixel()).isFalse();

    robot.interact(() -> {
      around.setScaleX(1);
      around.setScaleY(1);
      around.setTranslateX(0.5);
      page.pattern().requestLayout();
      around.layout();
    });
    assertThat(page.pattern().flawProperty().get()).startsWith("Not pixel for pixel");
  }

  @Test
  void a_window_too_small_for_the_smallest_squares_says_so() {
    show(700, 300);
    assertThat(page.pattern().flawProperty().get())
        .isEqualTo("The window is too small for the whole pattern");
    assertThat(checked().pixelForPixel()).isFalse();
  }

  private void show(double width, double height) {
    robot.interact(() -> {
      page =
          new DisplayCheckPage(
              new DisplayCheckModel(),
              new Display("display-1-1000x1000", 1000, 1000, 1),
              KeyMap.of(KeyPreset.EXEMPLAR),
              new DisplayCheckPage.Acts(done::add, () -> {}, () -> {}));
      around = new StackPane(page);
      stage = new Stage();
      stage.setScene(new Scene(around, width, height));
      stage.setWidth(width);
      stage.setHeight(height);
      stage.show();
    });
    robot.interact(() -> around.layout());
  }

  private DisplayCheck checked() {
    robot.interact(() -> {
      page.act(Act.POINT_1);
      page.act(Act.AGREE);
      page.act(Act.AGREE);
      page.act(Act.AGREE);
      page.act(Act.NEXT_CASE);
    });
    return done.getLast();
  }

  private boolean visible(String words) {
    return robot
        .lookup(words)
        .tryQuery()
        .map(node -> node.isVisible() && node.getParent().isVisible())
        .orElse(false);
  }
}
