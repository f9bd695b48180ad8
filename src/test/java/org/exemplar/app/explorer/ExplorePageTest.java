package org.exemplar.app.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.exemplar.app.fx.Theme;
import org.exemplar.radiograph.Gray8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ExplorePageTest {
  @TempDir static Path folder;
  private final List<Integer> opened = new ArrayList<>();
  private final List<Integer> windows = new ArrayList<>();
  private ExplorerViewModel model;
  private ExplorePage page;

  @Start
  void start(Stage stage) throws IOException {
    model =
        new ExplorerViewModel(
            ExampleComparison.in(folder),
            Runnable::run,
            Runnable::run,
            e -> {
              throw new AssertionError(e);
            });
    page =
        new ExplorePage(
            model, image -> gray(image), Runnable::run, new ImageDoors(opened::add, windows::add));
    Scene scene = new Scene(page, 1200, 800);
    Theme.DARK.applyTo(scene);
    stage.setScene(scene);
    stage.show();
  }

  private static Gray8 gray(int image) {
    byte[] values = new byte[64];
    java.util.Arrays.fill(values, (byte) (image * 6));
    return Gray8.of(8, 8, values);
  }

  private Shown shown() {
    return Objects.requireNonNull(model.shownProperty().get());
  }

  @Test
  void the_keyboard_alone_walks_selects_and_opens(FxRobot robot) {
    robot.interact(page::focusImages);
    robot.push(KeyCode.RIGHT);
    assertThat(model.focusedProperty().get()).isEqualTo(shown().images().get(0));
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.SPACE);
    assertThat(model.selected()).containsExactly(shown().images().get(1));
    robot.push(KeyCode.END);
    assertThat(model.focusedProperty().get()).isEqualTo(shown().images().getLast());
    robot.push(KeyCode.ENTER);
    assertThat(opened).containsExactly(shown().images().getLast());
  }

  @Test
  void arrow_keys_on_the_histogram_move_the_criterion_by_one_image_and_ctrl_z_takes_it_back(
      FxRobot robot) {
    var histogram = robot.lookup(".agreement-histogram").query();
    robot.interact(histogram::requestFocus);
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.RIGHT);
    assertThat(shown().level().selection().pies()).hasSize(4);
    assertThat(histogram.getAccessibleText()).contains("4 of 40 images are PIEs");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(shown().level().selection().pies()).hasSize(3);
  }

  @Test
  void the_table_shows_the_same_images_and_follows_the_focus(FxRobot robot) {
    robot.interact(() -> page.showTable(true));
    ImageRows table = robot.lookup(".image-table").queryAs(ImageRows.class);
    assertThat(table.getItems()).isEqualTo(shown().images());
    assertThat(table.titles()).contains("Agreement", "Given");
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    assertThat(opened).hasSize(1);
    assertThat(model.focusedProperty().get()).isEqualTo(opened.getFirst());
  }

  @Test
  void dragging_the_handle_takes_in_more_images(FxRobot robot) {
    var histogram = robot.lookup(".agreement-histogram").query();
    double width = histogram.getLayoutBounds().getWidth();
    robot
        .drag(robot.point(histogram).atOffset(-width / 2 + 60, 0))
        .dropTo(robot.point(histogram).atOffset(width / 2 - 20, 0));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(shown().level().selection().pies().size()).isGreaterThan(20);
    assertThat(model.undoableProperty().get()).isTrue();
  }

  @Test
  void ctrl_enter_and_the_middle_button_open_a_window_of_its_own(FxRobot robot) {
    robot.interact(page::focusImages);
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    assertThat(windows).containsExactly(shown().images().getFirst());
    var grid = robot.lookup(".film-grid").query();
    robot.clickOn(
        robot.point(grid).atOffset(-grid.getLayoutBounds().getWidth() / 2 + 40, 0),
        MouseButton.MIDDLE);
    assertThat(windows).hasSize(2);
    assertThat(opened).isEmpty();
  }

  @Test
  void ratings_are_filters_and_columns_once_they_are_known(FxRobot robot) {
    robot.interact(() -> page.showTable(true));
    ImageRows table = robot.lookup(".image-table").queryAs(ImageRows.class);
    assertThat(table.titles()).doesNotContain("Difficulty");
    ImageRatings ratings =
        new ImageRatings(
            List.of("Difficulty"),
            List.of("R01", "R02"),
            java.util.Map.of(
                3,
                List.of(
                    new ImageRatings.Answer("R01", 0, OptionalDouble.of(2)),
                    new ImageRatings.Answer("R02", 0, OptionalDouble.of(5))),
                7,
                List.of(new ImageRatings.Answer("R01", 0, OptionalDouble.empty()))));
    robot.interact(() -> model.ratingsProperty().set(ratings));
    assertThat(table.titles()).contains("Difficulty");
    assertThat(ratings.means(3)).isEqualTo("3.5");
    assertThat(ratings.shown(7, 0, "R01")).isEqualTo("?");
    assertThat(ratings.shown(7, 0, "R02")).isEqualTo("–");
    assertThat(ratings.conditions(0))
        .extracting(Filter.Rated::words)
        .containsExactly(
            "Difficulty: rated 2 by a reader",
            "Difficulty: rated 5 by a reader",
            "Difficulty: a reader cannot judge",
            "Difficulty: readers differ");
    robot.interact(() -> model.change(s -> s.with(ratings.conditions(0).getLast())));
    assertThat(shown().images()).containsExactly(3);
    robot.interact(() -> model.change(s -> s.unfiltered().with(ratings.whether().getLast())));
    assertThat(shown().images()).hasSize(ExampleComparison.IMAGES - 2).doesNotContain(3, 7);
  }
}
