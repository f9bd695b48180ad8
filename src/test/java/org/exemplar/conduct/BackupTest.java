package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.problem.Problem;
import org.exemplar.store.StudyFile;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir Path folder;

  @Test
  void a_backup_put_in_the_place_of_a_lost_study_is_the_study() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    study.pack();
    Path backup = folder.resolve("backup.db");
    assertThat(Backup.write(study.location(), backup).intact()).isTrue();
    StudyStatus before = StudyStatus.of(study.location());
    Files.delete(study.location().database());
    Files.copy(backup, study.location().database());
    assertThat(StudyStatus.of(study.location())).isEqualTo(before);
    try (StudyFile restored = StudyFile.open(study.location().database())) {
      assertThat(restored.verify().intact()).isTrue();
    }
  }

  @Test
  void a_study_is_restored_in_place_and_the_old_file_is_kept() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    StudyLocation location = study.location();
    var _ = Backup.write(location, Backup.proposed(location, MadeStudy.SEALED_AT));
    StudyStatus before = StudyStatus.of(location);
    study.pack();
    StudyStatus later = StudyStatus.of(location);
    List<Backup.Kept> kept = Backup.list(location);
    assertThat(kept).singleElement().matches(k -> k.bytes() > 10_000);
    assertThat(kept.getFirst().file()).hasFileName("study-20260301-100000.backup.db");
    assertThat(Backup.verify(kept.getFirst().file()).intact()).isTrue();

    Path replaced =
        Backup.restore(kept.getFirst().file(), location.folder(), MadeStudy.SEALED_AT)
            .orElseThrow();
    assertThat(StudyStatus.of(location)).isEqualTo(before).isNotEqualTo(later);
    try (StudyFile old = StudyFile.openReadOnly(replaced)) {
      assertThat(old.issued()).hasSize(1);
      assertThat(old.verify().intact()).isTrue();
    }
    // And back again: nothing is ever lost.
    var _ = Backup.restore(replaced, location.folder(), MadeStudy.SEALED_AT.plusSeconds(1));
    assertThat(StudyStatus.of(location)).isEqualTo(later);
  }

  @Test
  void a_study_that_is_damaged_or_lost_is_restored_into_its_folder_or_a_new_one() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path backup = folder.resolve("safe").resolve("backup.db");
    var _ = Backup.write(study.location(), backup);
    StudyStatus before = StudyStatus.of(study.location());
    Files.write(study.location().database(), new byte[2000]);
    assertThat(Backup.restore(backup, study.location().folder(), MadeStudy.SEALED_AT)).isPresent();
    assertThat(StudyStatus.of(study.location())).isEqualTo(before);
    Path fresh = folder.resolve("moved").resolve("study");
    assertThat(Backup.restore(backup, fresh, MadeStudy.SEALED_AT)).isEmpty();
    assertThat(StudyStatus.of(StudyLocation.of(fresh))).isEqualTo(before);
  }

  @Test
  void a_broken_backup_another_study_and_a_folder_of_other_things_are_refused() throws Exception {
    MadeStudy one = MadeStudy.of(folder.resolve("one"), 2, 1);
    MadeStudy two = MadeStudy.of(folder.resolve("two"), 2, 1);
    Path backup = folder.resolve("backup.db");
    var _ = Backup.write(one.location(), backup);
    StudyStatus before = StudyStatus.of(two.location());
    assertRefused(backup, two.location().folder(), "another study than the backup");
    assertThat(StudyStatus.of(two.location())).isEqualTo(before);
    Files.writeString(Files.createDirectory(folder.resolve("mine")).resolve("notes.txt"), "mine");
    assertRefused(backup, folder.resolve("mine"), "holds other files and no study");
    byte[] bytes = Files.readAllBytes(backup);
    Files.write(backup, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(backup, folder.resolve("new"), "damaged or only partly copied");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  private static void assertRefused(Path backup, Path out, String why) {
    assertThatThrownBy(() -> Backup.restore(backup, out, MadeStudy.SEALED_AT))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(why);
  }

  @Test
  void an_existing_file_is_not_overwritten() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path mine = Files.writeString(folder.resolve("mine.db"), "mine");
    assertThatThrownBy(() -> Backup.write(study.location(), mine)).isInstanceOf(Problem.class);
    assertThat(mine).hasContent("mine");
  }
}
