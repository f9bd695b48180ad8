package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingJournal;
import org.exemplar.store.StudyFile;
import org.exemplar.study.ReaderId;
import org.exemplar.study.WorklistItem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagingTest {
  @TempDir Path folder;

  @Test
  void each_reader_gets_a_file_with_all_cases_in_an_order_of_their_own() {
    MadeStudy study = MadeStudy.of(folder, 4, 3);
    Set<List<String>> orders = new HashSet<>();
    for (Path file : study.pack()) {
      try (ReadingFile reading = ReadingFile.openReadOnly(file)) {
        assertThat(file).hasFileName(reading.summary().reader() + ".reading");
        assertThat(reading.worklist().cases()).hasSize(8);
        assertThat(reading.worklist().practice()).hasSize(1);
        assertThat(reading.verify().intact()).isTrue();
        orders.add(reading.worklist().cases().stream().map(i -> i.code().value()).toList());
      }
    }
    assertThat(orders).hasSize(3);
    try (StudyFile file = StudyFile.openReadOnly(study.location().database())) {
      assertThat(file.issued()).hasSize(3);
    }
  }

  @Test
  void the_pictures_in_the_file_are_those_of_the_study() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path file = study.pack().getFirst();
    try (ReadingFile reading = ReadingFile.open(file);
        ReadingJournal journal =
            reading.unlock(Passphrase.of(MadeStudy.READING_WORDS)).orElseThrow();
        StudyFile original = StudyFile.openReadOnly(study.location().database())) {
      for (WorklistItem item : reading.worklist().items()) {
        byte[] image = journal.image(item.code());
        assertThat(image).isEqualTo(original.content(item.code()).image());
        assertThat(NeutralRadiograph.decode(image).columns()).isEqualTo(24);
      }
    }
  }

  @Test
  void starting_again_keeps_what_is_there_and_adds_what_is_missing() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 3);
    List<Path> files = study.pack();
    Files.delete(files.get(1));
    byte[] kept = Files.readAllBytes(files.getFirst());
    List<Packaging.Packed> again = pack(study, Packaging.Order.ALL);
    assertThat(again).extracting(Packaging.Packed::kept).containsExactly(true, false, true);
    assertThat(files.getFirst()).hasBinaryContent(kept);
  }

  @Test
  void a_file_of_another_study_in_the_way_is_not_touched() {
    MadeStudy study = MadeStudy.of(folder.resolve("one"), 2, 1);
    MadeStudy other = MadeStudy.of(folder.resolve("two"), 2, 1);
    other.pack();
    Path readings = other.location().readings();
    assertThatThrownBy(() -> pack(study, new Packaging.Order(List.of(), Optional.of(readings))))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is in the way");
  }

  @Test
  void one_reader_can_be_packaged_into_a_folder_and_an_unknown_one_is_named() {
    MadeStudy study = MadeStudy.of(folder, 2, 2);
    Path out = folder.resolve("stick").resolve("handout");
    List<Packaging.Packed> packed =
        pack(study, new Packaging.Order(List.of(new ReaderId("R02")), Optional.of(out)));
    assertThat(packed).singleElement().matches(p -> p.file().equals(out.resolve("R02.reading")));
    assertThatThrownBy(
            () -> pack(study, new Packaging.Order(List.of(new ReaderId("R07")), Optional.empty())))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("no reader R07: its readers are R01, R02");
  }

  @Test
  void progress_counts_cases_up_to_all_of_them() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    List<Long> done = new ArrayList<>();
    new Packaging(MadeStudy.office(5))
        .pack(
            study.location(),
            Packaging.Order.ALL,
            MadeStudy.lock(),
            (stage, count, total) -> {
              assertThat(total).isEqualTo(5);
              done.add(count);
            },
            new Cancellation());
    assertThat(done).isSorted().endsWith(5L);
  }

  private static List<Packaging.Packed> pack(MadeStudy study, Packaging.Order order) {
    return new Packaging(MadeStudy.office(5))
        .pack(study.location(), order, MadeStudy.lock(), Progress.NONE, new Cancellation());
  }
}
