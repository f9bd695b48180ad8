package org.exemplar.classifier.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.exemplar.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparsityTest {
  @ParameterizedTest
  @CsvSource({"0,0.00", "0.9,0.90", "0.90,0.90", "0.05,0.05", "0.125,0.125", "0.999,0.999"})
  void text_has_two_decimals_and_more_only_if_needed(String given, String text) {
    assertThat(Sparsity.parse(given).text()).isEqualTo(text);
  }

  @Test
  void a_range_includes_both_ends_and_is_exact_in_decimal() {
    assertThat(Sparsity.parseList("0.05:0.95:0.05"))
        .hasSize(19)
        .startsWith(new Sparsity(0.05), new Sparsity(0.1), new Sparsity(0.15))
        .endsWith(new Sparsity(0.95));
  }

  @Test
  void a_list_is_sorted_and_without_repeats() {
    assertThat(Sparsity.parseList("0.9, 0.5,0.90"))
        .containsExactly(new Sparsity(0.5), new Sparsity(0.9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1", "-0.1", "NaN", "0.1:0.9", "0.9:0.1:0.1", "0.1:0.9:0"})
  void nonsense_is_refused(String text) {
    assertThatThrownBy(() -> Sparsity.parseList(text)).isInstanceOf(Problem.class);
  }
}
