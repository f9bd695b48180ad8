package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.NeutralRadiograph;
import org.junit.jupiter.api.Test;

class LevellingTest {
  private static final short[] VALUES = {0, 1000, (short) 40000, (short) 65535};

  @Test
  void a_window_that_holds_all_values_becomes_the_full_scale_and_looks_the_same() {
    DisplayWindow window = DisplayWindow.between(-7000, 70_000);
    NeutralRadiograph image = image(window, DisplayWindow.between(1000, 40_000));
    NeutralRadiograph level = Levelling.level(image);
    assertThat(level.windows().getFirst()).isEqualTo(DisplayWindow.FULL);
    for (int column = 0; column < 4; column++) {
      double before = window.apply(image.value(0, column));
      assertThat(DisplayWindow.FULL.apply(level.value(0, column))).isCloseTo(before, within(1e-5));
      assertThat(level.windows().get(1).apply(level.value(0, column)))
          .isCloseTo(image.windows().get(1).apply(image.value(0, column)), within(1e-4));
    }
  }

  @Test
  void a_window_that_would_clip_is_kept_with_its_values() {
    NeutralRadiograph image = image(DisplayWindow.between(500, 70_000));
    assertThat(Levelling.level(image)).isSameAs(image);
  }

  private static NeutralRadiograph image(DisplayWindow... windows) {
    return NeutralRadiograph.of(1, 4, VALUES, null, List.of(windows));
  }
}
