package org.exemplar.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.ImagePoint;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.Viewport;
import org.exemplar.radiograph.WindowPreset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilmModelTest {
  private static final FilmModel.Free MARGIN = new FilmModel.Free(8, 0, 0);

  private final FilmModel model = new FilmModel();

  @BeforeEach
  void show() {
    model.resize(new Viewport(416, 216), MARGIN);
    model.show(film());
  }

  @Test
  void a_film_is_fitted_with_its_margin_and_stays_fitted() {
    assertThat(model.state().transform().zoom()).isEqualTo(2);
    model.resize(new Viewport(816, 416), MARGIN);
    assertThat(model.state().transform().zoom()).isEqualTo(4);
    model.oneToOne();
    model.resize(new Viewport(416, 216), MARGIN);
    assertThat(model.state().transform().zoom()).isEqualTo(1);
    assertThat(model.state().facts()).contains("1 : 1");
  }

  @Test
  void whatever_is_not_as_acquired_is_said_and_reset_takes_it_back() {
    model.oneToOne();
    model.invert();
    model.mirror();
    model.turn(1);
    model.zoom(2);
    assertThat(model.state().altered())
        .containsExactly("Inverted", "Flipped", "Turned 90°", "Past 1 : 1");
    model.reset();
    assertThat(model.state().inverted()).isFalse();
    assertThat(model.state().transform().upright()).isTrue();
    assertThat(model.state().window()).isEqualTo(film().windows().getFirst());
  }

  @Test
  void steps_are_shares_of_the_acquired_window() {
    model.step(1, 0, FilmModel.Step.NORMAL);
    assertThat(model.state().window().width()).isEqualTo(1020);
    model.step(0, 1, FilmModel.Step.COARSE);
    assertThat(model.state().window().centre()).isEqualTo(400);
    model.step(-1, 0, FilmModel.Step.FINE);
    assertThat(model.state().window().width()).isEqualTo(1016);
    model.preset(WindowPreset.AS_ACQUIRED);
    assertThat(model.state().window().width()).isEqualTo(1000);
  }

  @Test
  void the_place_under_the_pointer_stays_under_it() {
    ImagePoint pointer = new ImagePoint(100, 50);
    ImagePoint before = model.state().transform().toImage(model.area(), pointer);
    model.zoomAt(pointer, 3);
    ImagePoint after = model.state().transform().toImage(model.area(), pointer);
    assertThat(after.x()).isCloseTo(before.x(), org.assertj.core.data.Offset.offset(1e-9));
    assertThat(after.y()).isCloseTo(before.y(), org.assertj.core.data.Offset.offset(1e-9));
  }

  @Test
  void the_view_of_one_film_never_carries_over() {
    model.invert();
    model.show(film());
    assertThat(model.state().inverted()).isFalse();
    model.show(null);
    assertThat(model.state()).isNull();
  }

  @Test
  void badges_have_their_room_beside_a_fitted_film_or_above_and_below_it() {
    FilmModel.Free free = new FilmModel.Free(8, 90, 24);
    model.resize(new Viewport(600, 216), free);
    assertThat(model.state().transform().zoom()).as("there is room at the sides").isEqualTo(2);
    assertThat(model.badgeRowsProperty().get()).isFalse();
    model.resize(new Viewport(416, 400), free);
    assertThat(model.state().transform().zoom()).as("there is room above").isEqualTo(2);
    assertThat(model.badgeRowsProperty().get()).isTrue();
    model.resize(new Viewport(416, 216), free);
    assertThat(model.state().transform().zoom()).as("a row is made").isEqualTo(1.68);
    assertThat(model.badgeRowsProperty().get()).isTrue();
    model.oneToOne();
    assertThat(model.badgeRowsProperty().get()).as("badges lie on the film").isFalse();
  }

  @Test
  void the_windows_of_the_file_come_one_after_the_other_and_say_which_they_are() {
    model.show(
        NeutralRadiograph.of(
            2,
            2,
            new short[] {0, 100, 500, 900},
            null,
            List.of(DisplayWindow.between(0, 1000), DisplayWindow.between(100, 300))));
    assertThat(model.state().facts()).first().isEqualTo("W 1000");
    model.nextWindow();
    assertThat(model.state().facts()).containsSequence("Window 2 of 2", "W 200", "L 200");
    model.dragWindow(10, 0);
    assertThat(model.state().facts()).doesNotContain("Window 2 of 2");
    model.nextWindow();
    assertThat(model.state().window()).isEqualTo(DisplayWindow.between(0, 1000));
    model.preset(WindowPreset.LUNG);
    assertThat(model.state().facts()).contains("Lung");
    model.preset(WindowPreset.AS_ACQUIRED);
    assertThat(model.state().facts()).first().isEqualTo("W 1000");
  }

  @Test
  void dragging_at_one_to_one_goes_from_device_pixel_to_device_pixel() {
    model.resize(new Viewport(417, 215), MARGIN);
    model.oneToOne();
    model.drag(0.4, 10.6);
    ImagePoint corner = model.state().transform().toViewport(model.area(), new ImagePoint(0, 0));
    assertThat(corner.x()).isEqualTo(Math.rint(corner.x()));
    assertThat(corner.y()).isEqualTo(Math.rint(corner.y()));
    assertThat(model.state().facts()).contains("1 : 1");
  }

  private static NeutralRadiograph film() {
    return NeutralRadiograph.of(
        100, 200, new short[20_000], null, List.of(DisplayWindow.between(0, 1000)));
  }
}
