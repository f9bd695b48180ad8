package org.exemplar.radiograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewTransformTest {
  private static final Viewport VIEWPORT = new Viewport(800, 600);

  @ParameterizedTest
  @CsvSource({"0,false", "1,false", "2,false", "3,false", "0,true", "1,true", "2,true", "3,true"})
  void to_the_image_and_back_is_where_one_was(int turns, boolean flipped) {
    ViewTransform view = new ViewTransform(0.7, new ImagePoint(900, 400), 1.3, turns, flipped);
    ImagePoint place = new ImagePoint(123, 456);

    assertSame(view.toViewport(VIEWPORT, view.toImage(VIEWPORT, place)), place);
    assertSame(
        view.zoomedAt(VIEWPORT, place, 1.7).toImage(VIEWPORT, place),
        view.toImage(VIEWPORT, place));
    assertSame(
        view.dragged(30, -20).toViewport(VIEWPORT, view.toImage(VIEWPORT, place)),
        new ImagePoint(153, 436));
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,false", "2,true", "3,true"})
  void mirrors_and_turns_what_is_seen_on_the_screen(int turns, boolean flipped) {
    ViewTransform view = new ViewTransform(0.7, new ImagePoint(900, 400), 1, turns, flipped);
    ImagePoint image = view.toImage(VIEWPORT, new ImagePoint(500, 250));

    assertSame(view.mirrored().toViewport(VIEWPORT, image), new ImagePoint(300, 250));
    assertSame(view.turned(1).toViewport(VIEWPORT, image), new ImagePoint(450, 400));
    assertSame(view.turned(-4).toViewport(VIEWPORT, image), new ImagePoint(500, 250));
  }

  private static void assertSame(ImagePoint actual, ImagePoint expected) {
    assertThat(actual.x()).isCloseTo(expected.x(), within(1e-9));
    assertThat(actual.y()).isCloseTo(expected.y(), within(1e-9));
  }
}
