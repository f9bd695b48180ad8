package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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
  void an_existing_file_is_not_overwritten() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path mine = Files.writeString(folder.resolve("mine.db"), "mine");
    assertThatThrownBy(() -> Backup.write(study.location(), mine)).isInstanceOf(Problem.class);
    assertThat(mine).hasContent("mine");
  }
}
