package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.study.CaseCode;
import org.junit.jupiter.api.Test;

class CaseCodesTest {
  @Test
  void codes_are_all_different_and_repeatable() {
    List<CaseCode> codes = CaseCodes.draw(5000, SeededDraw.of(1, "codes"));
    assertThat(codes).hasSize(5000).doesNotHaveDuplicates();
    assertThat(CaseCodes.draw(5000, SeededDraw.of(1, "codes"))).isEqualTo(codes);
  }

  @Test
  void ranks_grow_with_the_alphabet() {
    List<CaseCode> codes =
        CaseCodes.draw(200, SeededDraw.of(1, "codes")).stream().sorted().toList();
    assertThat(codes.stream().map(CaseCodes::rank)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void without_the_salt_the_seed_does_not_tell_the_codes() {
    assertThat(CaseCodes.draw(50, SeededDraw.of(1, new byte[] {1}, "codes")))
        .doesNotContainAnyElementsOf(
            CaseCodes.draw(50, SeededDraw.of(1, new byte[] {2}, "codes")).subList(0, 10));
  }
}
