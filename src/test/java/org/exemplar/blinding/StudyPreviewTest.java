package org.exemplar.blinding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.exemplar.study.ReaderId;
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

  @Test
  void who_reads_how_much_is_told_per_reader_and_case() {
    StudyPreview all = preview(4, 2, 3);
    assertThat(all.coverage().perReader())
        .containsExactly(
            new StudyPreview.Burden(8, 3, 2),
            new StudyPreview.Burden(8, 3, 2),
            new StudyPreview.Burden(8, 3, 2));
    assertThat(all.coverage().fewestReaders()).isEqualTo(3);
    StudyPreview rotating =
        preview(4, 1, 0, "design: all", "design: anchor\n  anchor_cases: 2\n  readers_per_case: 1");
    assertThat(rotating.coverage().perReader()).hasSize(3).allMatch(each -> each.cases() == 4);
    assertThat(rotating.coverage().fewestReaders()).isEqualTo(1);
    assertThat(rotating.coverage().mostReaders()).isEqualTo(3);
  }

  @Test
  void orders_that_cannot_be_are_said_apart_from_the_selection() {
    StudyPreview preview = preview(4, 0, 8, "minimum_gap: 2", "minimum_gap: 500");
    assertThat(preview.blocker()).isEmpty();
    assertThat(preview.balance()).isPresent();
    assertThat(preview.coverage().blocker()).get().asString().contains("a smaller gap");
  }

  private StudyPreview preview(int perArm, int practice, int repeats) {
    return preview(perArm, practice, repeats, "", "");
  }

  private StudyPreview preview(int perArm, int practice, int repeats, String from, String to) {
    MadeComparison made = MadeComparison.of(folder, 40);
    Path protocol = made.protocol(perArm, practice, repeats);
    try {
      Files.writeString(
          protocol, Files.readString(protocol).replace(from.isEmpty() ? "\0" : from, to));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return StudyPreview.of(
        new BuildOptions.Sources(made.comparison(), made.images(), protocol),
        List.of(new ReaderId("R01"), new ReaderId("R02"), new ReaderId("R03")),
        new BuildOptions.Chance(
            OptionalLong.of(1), Optional.of("00112233445566778899aabbccddeeff")),
        new Cancellation());
  }
}
