package org.exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CaseCodeTest {
  @Test
  void any_single_slip_and_any_swap_of_neighbours_is_noticed() {
    String code = CaseCode.ofDrawn("T4XD").value();
    assertThat(new CaseCode(code).value()).isEqualTo(code);
    for (int i = 0; i < code.length(); i++) {
      for (char c : CaseCode.ALPHABET.toCharArray()) {
        if (code.charAt(i) != c && code.charAt(i) != '-') {
          String slip = code.substring(0, i) + c + code.substring(i + 1);
          assertThatThrownBy(() -> new CaseCode(slip)).isInstanceOf(IllegalArgumentException.class);
        }
      }
    }
    for (int i = 0; i < 3; i++) {
      String swap =
          code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
      assertThatThrownBy(() -> new CaseCode(swap)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void codes_spell_nothing() {
    assertThat(CaseCode.ALPHABET).hasSize(29).doesNotContainPattern("[AEIOU01]");
    assertThatThrownBy(() -> CaseCode.ofDrawn("PIE")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CaseCode.ofDrawn("PIES")).isInstanceOf(IllegalArgumentException.class);
  }
}
