package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.exemplar.problem.Problem;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {
  @TempDir Path folder;

  @Test
  void an_untouched_study_is_intact_with_its_key_and_its_reading_files() {
    MadeStudy study = MadeStudy.of(folder, 2, 2);
    MadeStudy.rate(study.pack(), 1, 2);
    List<FileCheck> checks = FileCheck.of(study.location().folder());
    assertThat(checks).hasSize(4).allMatch(FileCheck::intact);
    assertThat(checks.getFirst().sentence()).contains("intact, audit head ");
  }

  @Test
  void what_a_reading_file_proves_beyond_the_study_is_noted() {
    MadeStudy study = MadeStudy.of(folder.resolve("one"), 2, 1);
    MadeStudy.rate(study.pack(), 1, 2);
    assertThat(FileCheck.of(study.location().folder()).getLast().note())
        .get()
        .asString()
        .contains("The study lacks ", "merge it");
    new Merge(MadeStudy.office(600))
        .merge(
            study.location(),
            List.of(StudyLocation.reading(study.location().readings(), "R01")),
            Progress.NONE,
            new Cancellation());
    assertThat(FileCheck.of(study.location().folder()).getLast().note()).isEmpty();
  }

  @Test
  void a_key_that_is_not_the_sealed_one_is_told() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Files.writeString(study.location().key(), " ", StandardOpenOption.APPEND);
    assertThat(FileCheck.of(study.location().database()))
        .extracting(FileCheck::intact)
        .containsExactly(true, false);
  }

  @Test
  void a_file_that_is_no_reading_file_is_broken_and_a_folder_without_study_a_problem()
      throws Exception {
    Path file = Files.writeString(folder.resolve("x.reading"), "text");
    assertThat(FileCheck.of(file)).singleElement().matches(check -> !check.intact());
    assertThatThrownBy(() -> FileCheck.of(folder)).isInstanceOf(Problem.class);
  }
}
