package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.DisplayWindow;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.TextSearch;
import org.junit.jupiter.api.Test;

class BurnedInTextTest {
  private static final int SIDE = 256;

  @Test
  void text_is_kept_masked_or_left_to_a_person() {
    NeutralRadiograph named = picture(true);

    BurnedInText.Treated kept = BurnedInText.treat("a.png", named, TextHandling.KEEP);
    assertThat(kept.picture()).isSameAs(named);
    assertThat(kept.regions()).isEqualTo(1);
    assertThat(kept.masked()).isZero();

    BurnedInText.Treated masked = BurnedInText.treat("a.png", named, TextHandling.MASK);
    assertThat(masked.masked()).isEqualTo(1);
    assertThat(TextSearch.find(masked.picture())).isEmpty();

    TextHandling cleared = TextHandling.decided(Map.of("a.png", List.of()));
    assertThat(BurnedInText.treat("a.png", named, cleared).picture()).isSameAs(named);
    TextHandling blackened = TextHandling.decided(Map.of("a.png", TextSearch.find(named)));
    assertThat(TextSearch.find(BurnedInText.treat("a.png", named, blackened).picture())).isEmpty();
  }

  @Test
  void a_picture_with_text_that_nobody_decided_about_is_refused() {
    TextHandling others = TextHandling.decided(Map.of("b.png", List.of()));

    assertThat(BurnedInText.treat("a.png", picture(false), others).regions()).isZero();
    assertThatThrownBy(() -> BurnedInText.treat("a.png", picture(true), others))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("nobody has decided")
        .hasMessageNotContaining("a.png");
  }

  /** Gray, with or without three letters L. */
  private static NeutralRadiograph picture(boolean text) {
    short[] values = new short[SIDE * SIDE];
    Arrays.fill(values, (short) 20_000);
    if (text) {
      for (int letter = 0; letter < 3; letter++) {
        int left = 40 + 14 * letter;
        for (int i = 0; i < 16; i++) {
          values[(60 + i) * SIDE + left] = (short) 60_000;
          values[(60 + i) * SIDE + left + 1] = (short) 60_000;
          if (i < 9) {
            values[75 * SIDE + left + i] = (short) 60_000;
            values[74 * SIDE + left + i] = (short) 60_000;
          }
        }
      }
    }
    return NeutralRadiograph.of(SIDE, SIDE, values, null, List.of(DisplayWindow.FULL));
  }
}
