package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.exemplar.study.Display;
import org.exemplar.study.DisplayCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomModelsTest {
  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "20, 1 min",
    "2640, 44 min",
    "3600, 1 h",
    "4830, 1 h 20 min",
    "7140, 2 h",
  })
  void time_left_is_rounded(long seconds, String words) {
    assertThat(CaseWords.rounded(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @Test
  void offers_start_with_what_was_typed_and_leave_out_what_is_taken() {
    List<String> vocabulary = List.of("Subcutaneous emphysema", "Emphysema", "Mass", "Nodule");
    assertThat(CaseWords.offers(vocabulary, List.of(), "emph", 5))
        .containsExactly("Emphysema", "Subcutaneous emphysema");
    assertThat(CaseWords.offers(vocabulary, List.of("Emphysema"), "EMPH", 5))
        .containsExactly("Subcutaneous emphysema");
    assertThat(CaseWords.offers(vocabulary, List.of(), " ", 5)).isEmpty();
  }

  @Test
  void a_reader_goes_on_only_with_whole_years_a_subspecialty_and_a_tick() {
    AboutModel about = new AboutModel();
    about.subspecialtyProperty().set("Thoracic radiology");
    about.readProperty().set(true);
    about.yearsProperty().set("71");
    assertThat(about.complete().get()).isFalse();
    about.yearsProperty().set(" 12 ");
    assertThat(about.complete().get()).isTrue();
    about.readProperty().set(false);
    assertThat(about.complete().get()).isFalse();
  }

  @Test
  void a_display_check_passes_only_with_the_best_answers() {
    DisplayCheckModel model = new DisplayCheckModel();
    model.act(Act.POINT_2);
    assertThat(model.acting()).isEqualTo(1);
    model.act(Act.POINT_3);
    assertThat(model.answer(1)).as("digits answer only the first question").isEqualTo(-1);
    model.act(Act.AGREE);
    model.act(Act.AGREE);
    model.act(Act.DISAGREE);
    assertThat(model.missing()).isZero();
    DisplayCheck check = model.check(new Display("display-1-10x10", 10, 10, 1), null, true);
    assertThat(check.passed()).isFalse();
    assertThat(check.answers())
        .containsEntry("faint_bars", "16 or 17")
        .containsEntry("line_pairs", "No");
    model.answer(0, 0);
    model.answer(3, 0);
    assertThat(model.passed()).isTrue();
  }

  @Test
  void the_test_pattern_is_drawn_for_whole_device_pixels() {
    TestPattern pattern = TestPattern.of(1080, 900);
    assertThat(pattern.grid()).isTrue();
    assertThat(pattern.width()).isEqualTo(1008);
    assertThat(gray(pattern, 94 + 5, 178 + 5)).as("darkest square").isZero();
    assertThat(gray(pattern, 94 + 60, 178 + 30)).as("its upper bar").isEqualTo(3);
    assertThat(gray(pattern, 94 + 5 * 140 + 5, 178 + 280 + 5)).as("brightest").isEqualTo(255);
    assertThat(gray(pattern, 94 + 5, 178 + 140 + 5)).as("12th square").isEqualTo(165);
    for (int x = 0; x < 64; x++) {
      assertThat(gray(pattern, 59 + x, 60 + 30)).isEqualTo(x % 2 == 0 ? 255 : 0);
    }
  }

  @Test
  void a_small_area_loses_the_grid_first_and_never_the_size_of_a_square() {
    assertThat(TestPattern.of(960, 800).grid()).isFalse();
    assertThat(TestPattern.of(960, 800).side()).isEqualTo(120);
    assertThat(TestPattern.of(300, 200).side()).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "720, 450, SMALL",
    "1280, 800, COMPACT",
    "1440, 900, NORMAL",
    "1920, 1080, ROOMY",
  })
  void the_panel_takes_the_size_of_the_window(double width, double height, PanelSize size) {
    assertThat(PanelSize.of(width, height)).isEqualTo(size);
  }

  private static int gray(TestPattern pattern, int x, int y) {
    return pattern.argb()[y * pattern.width() + x] & 0xff;
  }
}
