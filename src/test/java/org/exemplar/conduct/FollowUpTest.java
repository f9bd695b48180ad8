package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowUpTest {
  @TempDir Path folder;

  @Test
  void blocks_are_those_of_each_readers_own_order_as_of_the_last_return() {
    MadeStudy study = MadeStudy.of(folder, 6, 2);
    List<Path> files = study.pack();
    MadeStudy.rate(files.subList(0, 1), 1, 10);
    new Merge(MadeStudy.office(600))
        .merge(study.location(), files, Progress.NONE, new Cancellation());
    List<FollowUp> all = FollowUp.of(study.location(), MadeStudy.SEALED_AT.plusSeconds(36_000));
    assertThat(all)
        .extracting(FollowUp::reader)
        .containsExactly(new ReaderId("R01"), new ReaderId("R02"));
    assertThat(all.getFirst().blocks())
        .extracting(FollowUp.Block::done, FollowUp.Block::of)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(8, 8), org.assertj.core.groups.Tuple.tuple(2, 4));
    assertThat(all.getFirst().lastSubmitted()).isPresent();
    assertThat(all.getLast().done()).isZero();
    assertThat(all.getLast().of()).isEqualTo(12);
    assertThat(all.getLast().pace().forecast()).isEmpty();
  }
}
