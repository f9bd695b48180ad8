package org.exemplar.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.exemplar.radiograph.ImagePoint;
import org.exemplar.radiograph.PixelSpacing;
import org.exemplar.radiograph.ViewTransform;
import org.junit.jupiter.api.Test;

class RulersTest {
  private static final PixelSpacing DETECTOR =
      new PixelSpacing(0.2, 0.1, PixelSpacing.Kind.AT_DETECTOR);
  private static final PixelSpacing CALIBRATED =
      new PixelSpacing(0.2, 0.1, PixelSpacing.Kind.CALIBRATED);
  private static final PixelSpacing RATIO =
      new PixelSpacing(0.2, 0.1, PixelSpacing.Kind.RATIO_ONLY);

  @Test
  void a_length_counts_rows_and_columns_by_their_own_size() {
    assertThat(caliper(DETECTOR).words()).isEqualTo("5.0 mm at detector");
    assertThat(caliper(CALIBRATED).words()).isEqualTo("5.0 mm");
  }

  @Test
  void without_a_size_of_pixels_no_millimetres_are_said() {
    assertThat(caliper(RATIO).words()).isEqualTo("36 image pixels, size unknown");
    assertThat(caliper(null).words()).isEqualTo("36 image pixels, size unknown");
    assertThat(ScaleBar.of(null, zoomed(1), 500)).isEmpty();
    assertThat(ScaleBar.of(RATIO, zoomed(1), 500)).isEmpty();
  }

  @Test
  void the_scale_bar_is_the_longest_round_length_that_fits() {
    ScaleBar bar = ScaleBar.of(DETECTOR, zoomed(0.25), 400).orElseThrow();
    assertThat(bar.words()).isEqualTo("10 cm at detector");
    assertThat(bar.devicePixels()).isCloseTo(250, within(1e-9));
    assertThat(bar.parts()).isEqualTo(10);
    assertThat(ScaleBar.of(CALIBRATED, zoomed(4), 300).orElseThrow().words()).isEqualTo("5 mm");
    assertThat(ScaleBar.of(CALIBRATED, zoomed(60), 300)).isEmpty();
  }

  private static Caliper caliper(PixelSpacing spacing) {
    return new Caliper(new ImagePoint(10, 20), new ImagePoint(40, 40), spacing);
  }

  private static ViewTransform zoomed(double zoom) {
    return new ViewTransform(zoom, new ImagePoint(0, 0), 2, 0, false);
  }
}
