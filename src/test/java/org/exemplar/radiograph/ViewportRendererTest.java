package org.exemplar.radiograph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewportRendererTest {
  private static final int BLACK = 0xFF000000;

  @ParameterizedTest
  @CsvSource({"0,false", "1,false", "2,false", "3,false", "0,true", "1,true", "2,true", "3,true"})
  void shows_each_pixel_where_the_transform_says(int turns, boolean flipped) {
    NeutralRadiograph image = pattern(23, 31, 1);
    Viewport viewport = new Viewport(211, 173);
    ViewTransform transform = new ViewTransform(5.3, new ImagePoint(14.2, 9.7), 1, turns, flipped);
    int[] argb = new int[211 * 173];

    new ViewportRenderer(image).render(transform, viewport, DisplayWindow.FULL, false, argb);

    for (int y = 0; y < 173; y++) {
      for (int x = 0; x < 211; x++) {
        ImagePoint at = transform.toImage(viewport, new ImagePoint(x + 0.5, y + 0.5));
        int row = (int) Math.floor(at.y());
        int column = (int) Math.floor(at.x());
        boolean inside = row >= 0 && row < 23 && column >= 0 && column < 31;
        int expected = inside ? gray(image.value(row, column)) : BLACK;
        assertThat(argb[y * 211 + x]).as("(%d, %d)", x, y).isEqualTo(expected);
      }
    }
  }

  @Test
  void averages_areas_when_shrinking() {
    NeutralRadiograph image = pattern(40, 60, 1);
    Viewport viewport = new Viewport(24, 16);
    int[] argb = new int[24 * 16];

    new ViewportRenderer(image)
        .render(ViewTransform.fit(image, viewport), viewport, DisplayWindow.FULL, false, argb);

    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 24; x++) {
        double mean = mean(image, y * 2.5, (y + 1) * 2.5, x * 2.5, (x + 1) * 2.5);
        assertThat((double) (argb[y * 24 + x] & 0xFF))
            .as("(%d, %d)", x, y)
            .isCloseTo(255 * mean / 65535, within(0.51));
      }
    }
  }

  @Test
  void interpolates_between_centres_when_enlarging() {
    NeutralRadiograph image =
        NeutralRadiograph.of(
            1, 2, new short[] {0, (short) 65535}, null, List.of(DisplayWindow.FULL));
    Viewport viewport = new Viewport(4, 2);
    int[] argb = new int[8];

    new ViewportRenderer(image)
        .render(ViewTransform.fit(image, viewport), viewport, DisplayWindow.FULL, false, argb);

    assertThat(argb)
        .startsWith(BLACK, gray(65535 * 0.25), gray(65535 * 0.75), gray(65535))
        .hasSize(8);
  }

  @Test
  void stretches_rows_of_pixels_that_are_not_square() {
    NeutralRadiograph image = pattern(20, 30, 2);
    Viewport viewport = new Viewport(300, 400);
    ViewTransform transform = ViewTransform.fit(image, viewport);

    assertThat(transform.zoom()).isEqualTo(10);
    assertThat(transform.toViewport(viewport, new ImagePoint(0, 0)))
        .isEqualTo(new ImagePoint(0, 0));
    assertThat(transform.toViewport(viewport, new ImagePoint(30, 20)))
        .isEqualTo(new ImagePoint(300, 400));
  }

  @Test
  void redraws_for_window_polarity_and_place_and_keeps_the_surround_black() {
    NeutralRadiograph image = pattern(8, 8, 1);
    Viewport viewport = new Viewport(12, 8);
    ViewTransform fit = ViewTransform.fit(image, viewport);
    ViewportRenderer renderer = new ViewportRenderer(image);
    int[] argb = new int[96];

    renderer.render(fit, viewport, DisplayWindow.FULL, true, argb);
    int inverted = argb[2];
    int surround = argb[0];
    renderer.render(fit, viewport, DisplayWindow.between(70000, 80000), false, argb);
    int windowed = argb[2];
    renderer.render(fit.dragged(-2, 0), viewport, DisplayWindow.FULL, true, argb);

    assertThat(inverted).isEqualTo(gray(65535 - image.value(0, 0)));
    assertThat(surround).isEqualTo(BLACK);
    assertThat(windowed).isEqualTo(BLACK);
    assertThat(argb[0]).isEqualTo(inverted);
  }

  @Test
  void shows_only_black_when_the_image_is_out_of_sight() {
    NeutralRadiograph image = pattern(8, 8, 1);
    Viewport viewport = new Viewport(10, 10);
    int[] argb = new int[100];

    new ViewportRenderer(image)
        .render(
            ViewTransform.fit(image, viewport).dragged(5000, 0),
            viewport,
            DisplayWindow.FULL,
            true,
            argb);

    assertThat(argb).containsOnly(BLACK);
  }

  static NeutralRadiograph pattern(int rows, int columns, double aspect) {
    short[] values = new short[rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) (i * 40503 + (i / columns) * 977);
    }
    PixelSpacing spacing = new PixelSpacing(0.1 * aspect, 0.1, PixelSpacing.Kind.RATIO_ONLY);
    return NeutralRadiograph.of(rows, columns, values, spacing, List.of(DisplayWindow.FULL));
  }

  private static int gray(double value) {
    return BLACK | 0x010101 * (int) (255 * Math.round(value) / 65535.0 + 0.5);
  }

  private static double mean(NeutralRadiograph image, double y0, double y1, double x0, double x1) {
    double sum = 0;
    for (int row = (int) y0; row < y1; row++) {
      double tall = Math.min(y1, row + 1) - Math.max(y0, row);
      for (int column = (int) x0; column < x1; column++) {
        double wide = Math.min(x1, column + 1) - Math.max(x0, column);
        sum += tall * wide * image.value(row, column);
      }
    }
    return sum / ((y1 - y0) * (x1 - x0));
  }
}
