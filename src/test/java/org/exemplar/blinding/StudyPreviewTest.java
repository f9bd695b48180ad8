package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.exemplar.study.Protocol;
import org.exemplar.task.Cancellation;
import org.exemplar.testing.MadeComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyPreviewTest {
  @TempDir Path folder;

  @Test
  void it_tells_what_is_there_what_it_asks_and_how_alike_the_arms_are() {
    StudyPreview preview = preview(4, 2, 3);
    assertThat(preview.available()).isEqualTo(new StudyPreview.Available(40, 0, 8, 32, 8));
    assertThat(preview.burden()).isEqualTo(new StudyPreview.Burden(8, 3, 2));
    assertThat(preview.balance()).get().matches(balance -> balance.rows().size() > 3);
    assertThat(preview.blocker()).isEmpty();
  }

  @Test
  void what_cannot_be_drawn_is_a_blocker_with_its_numbers() {
    StudyPreview preview = preview(9, 0, 0);
    assertThat(preview.blocker()).get().asString().contains("has 8 PIEs", "asks for 9");
    assertThat(preview.balance()).isEmpty();
  }

  private StudyPreview preview(int perArm, int practice, int repeats) {
    MadeComparison made = MadeComparison.of(folder, 40);
    Protocol protocol = Protocol.read(made.protocol(perArm, practice, repeats));
    return StudyPreview.of(made.comparison(), made.images(), protocol, 1, new Cancellation());
  }
}
