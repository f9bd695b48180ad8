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
  private final FilmModel model = new FilmModel();

  @BeforeEach
  void show() {
    model.resize(new Viewport(416, 216), 8);
    model.show(film());
  }

  @Test
  void a_film_is_fitted_with_its_margin_and_stays_fitted() {
    assertThat(model.state().transform().zoom()).isEqualTo(2);
    model.resize(new Viewport(816, 416), 8);
    assertThat(model.state().transform().zoom()).isEqualTo(4);
    model.oneToOne();
    model.resize(new Viewport(416, 216), 8);
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

  private static NeutralRadiograph film() {
    return NeutralRadiograph.of(
        100, 200, new short[20_000], null, List.of(DisplayWindow.between(0, 1000)));
  }
}
