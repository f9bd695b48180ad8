package org.exemplar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorklistTest {
  private static final CaseCode A = CaseCode.ofDrawn("2222");
  private static final CaseCode B = CaseCode.ofDrawn("3333");
  private static final ReaderId READER = new ReaderId("R01");

  @Test
  void practice_comes_first_and_repeats_count_up() {
    Worklist worklist =
        new Worklist(
            READER,
            List.of(
                new WorklistItem(1, A, true, 1),
                new WorklistItem(2, B, false, 1),
                new WorklistItem(3, B, false, 2)));
    assertThat(worklist.practice()).hasSize(1);
    assertThat(worklist.cases()).hasSize(2);
    assertThat(worklist.at(3).repeat()).isTrue();
  }

  @Test
  void gaps_late_practice_and_wrong_showings_are_refused() {
    refused(new WorklistItem(2, A, false, 1));
    refused(new WorklistItem(1, A, false, 2));
    refused(new WorklistItem(1, A, false, 1), new WorklistItem(2, B, true, 1));
    refused(new WorklistItem(1, A, false, 1), new WorklistItem(2, A, false, 1));
  }

  private static void refused(WorklistItem... items) {
    assertThatThrownBy(() -> new Worklist(READER, List.of(items)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
