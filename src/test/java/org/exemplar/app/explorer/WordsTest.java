package org.exemplar.app.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "5, 5th percentile", "1, 1st percentile", "2, 2nd percentile", "3, 3rd percentile",
    "11, 11th percentile", "21, 21st percentile", "7.5, 7.5th percentile", "0.02, 0.02th percentile"
  })
  void a_percentile_is_said_as_people_say_it(double percentile, String words) {
    assertThat(PercentileWords.of(percentile)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"1, 200, lowest of 200", "5, 1200, '5th lowest of 1,200'"})
  void a_place_is_counted_from_the_lowest(int place, int of, String words) {
    assertThat(PlaceWords.lowest(place, of)).isEqualTo(words);
  }
}
