package org.exemplar.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThemeTest {
  @BeforeAll
  static void load() {
    Theme.loadFonts();
  }

  @Test
  void one_number_scales_every_length() {
    assertThat(Theme.scaled(".a { -fx-padding: 0 12px -4px 1.5px; -fx-opacity: 0.5; }", 2))
        .isEqualTo(".a { -fx-padding: 0 24.000px -8.000px 3.000px; -fx-opacity: 0.5; }");
  }

  @Test
  void digits_are_of_one_width() {
    Font font = Font.font(Theme.FAMILY, 13);
    assertThat(font.getFamily()).isEqualTo(Theme.FAMILY);
    assertThat(width(font, "11111111")).isEqualTo(width(font, "80808080"));
    assertThat(width(font, "iiii")).isLessThan(width(font, "mmmm"));
  }

  @Test
  void bold_is_the_bundled_semi_bold() {
    Font bold = Font.font(Theme.FAMILY, FontWeight.BOLD, 13);
    assertThat(bold.getStyle()).isEqualTo("Bold");
    assertThat(width(bold, "Case")).isGreaterThan(width(Font.font(Theme.FAMILY, 13), "Case"));
  }

  @Test
  void a_scale_that_no_one_could_read_is_refused() {
    assertThatThrownBy(() -> new Theme(Theme.Look.DARK, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double width(Font font, String words) {
    Text text = new Text(words);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}
