package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.store.MergeOutcome;
import org.exemplar.store.ReturnedReading;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Rating;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
  @TempDir Path folder;

  @Test
  void a_returned_file_brings_its_answers_and_the_same_file_again_changes_nothing() {
    MadeStudy study = MadeStudy.of(folder, 3, 2);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 1, 100);
    MergeReport first = merge(study, files);
    assertThat(first.clean()).isTrue();
    assertThat(first.newCases()).isEqualTo(12);
    assertThat(first.newAnswers()).isEqualTo(answers(study).size()).isGreaterThan(30);
    List<Rating> before = answers(study);
    MergeReport again = merge(study, files);
    assertThat(again.newCases() + again.newAnswers()).isZero();
    assertThat(again.files().getFirst().sentence()).contains("nothing new");
    assertThat(answers(study)).isEqualTo(before);
  }

  @Test
  void partial_files_are_welcome_and_completed_later() {
    MadeStudy study = MadeStudy.of(folder, 3, 1);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 1, 2);
    assertThat(merge(study, files).newCases()).isEqualTo(2);
    MadeStudy.rate(files, 1, 100);
    assertThat(merge(study, files).newCases()).isEqualTo(4);
    assertThat(StudyStatus.of(study.location()).complete()).isTrue();
  }

  @Test
  void what_came_back_when_is_told_with_the_cases_in_it_then() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 3, 2);
    List<Path> files = study.pack();
    MadeStudy.rate(files.subList(0, 1), 1, 2);
    Path copy = Files.copy(files.getFirst(), folder.resolve("copy.reading"));
    merge(study, files.subList(0, 1));
    MadeStudy.rate(files.subList(0, 1), 1, 100);
    merge(study, files.subList(0, 1));
    MadeStudy.rate(List.of(copy), 9, 3);
    merge(study, List.of(copy));
    try (StudyFile open = StudyFile.openReadOnly(study.location().database())) {
      assertThat(open.returns())
          .extracting(r -> r.reader().value(), ReturnedReading::cases, ReturnedReading::copy)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("R01", 2, false),
              org.assertj.core.groups.Tuple.tuple("R01", 6, false),
              org.assertj.core.groups.Tuple.tuple("R01", 5, true));
    }
  }

  @Test
  void an_older_copy_changes_nothing() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 3, 1);
    Path file = study.pack().getFirst();
    MadeStudy.rate(List.of(file), 1, 2);
    Path older = Files.copy(file, folder.resolve("older.reading"));
    MadeStudy.rate(List.of(file), 1, 100);
    merge(study, List.of(file));
    List<Rating> before = answers(study);
    MergeReport report = merge(study, List.of(older));
    assertThat(report.files().getFirst().outcome()).get().isInstanceOf(MergeOutcome.Older.class);
    assertThat(answers(study)).isEqualTo(before);
  }

  @Test
  void two_copies_read_apart_are_a_conflict_row_by_row_and_nothing_is_overwritten()
      throws Exception {
    MadeStudy study = MadeStudy.of(folder, 3, 1);
    Path file = study.pack().getFirst();
    MadeStudy.rate(List.of(file), 1, 2);
    Path copy = Files.copy(file, folder.resolve("R01 copy.reading"));
    MadeStudy.rate(List.of(file), 1, 100);
    MadeStudy.rate(List.of(copy), 2, 100);
    merge(study, List.of(file));
    List<Rating> before = answers(study);
    MergeReport report = merge(study, List.of(copy));
    assertThat(report.clean()).isFalse();
    assertThat(report.conflicts()).isPositive();
    assertThat(report.files().getFirst().conflicts())
        .allSatisfy(row ->
            assertThat(row.sides())
                .extracting(side -> side.rating().rated())
                .as("answer or review finding by finding")
                .doesNotHaveDuplicates());
    assertThat(report.files().getFirst().verdict()).isEqualTo(Verdict.COPY);
    assertThat(answers(study)).isEqualTo(before);
  }

  @Test
  void a_tampered_file_is_refused_and_the_others_are_taken() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 3, 2);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 1, 100);
    tamper(files.getFirst());
    MergeReport report = merge(study, files);
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.newCases()).isEqualTo(6);
    assertThat(report.files().getFirst().sentence())
        .startsWith("Refused: it was changed: ")
        .endsWith(
            ". Nothing was taken from it. Keep it aside as it is, and ask the reader for the"
                + " original file.")
        .doesNotContain("..");
    try (StudyFile file = StudyFile.openReadOnly(study.location().database())) {
      assertThat(file.audit()).anyMatch(entry -> entry.action().equals("merge_refused"));
      assertThat(file.verify().intact()).isTrue();
    }
  }

  @Test
  void files_of_another_study_and_files_of_another_kind_are_refused() throws Exception {
    MadeStudy study = MadeStudy.of(folder.resolve("one"), 2, 1);
    MadeStudy other = MadeStudy.of(folder.resolve("two"), 2, 1);
    Path text = Files.writeString(folder.resolve("notes.reading"), "not a reading file");
    MergeReport report =
        merge(study, List.of(other.pack().getFirst(), text, folder.resolve("none.reading")));
    assertThat(report.refused()).isEqualTo(3);
    assertThat(report.files()).allSatisfy(file -> assertThat(file.refusal()).isNotBlank());
  }

  @Test
  void simulated_answers_are_called_so() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 1, 100);
    assertThat(
            new Merge(MadeStudy.office(0))
                .merge(study.location(), files, Progress.NONE, new Cancellation())
                .files()
                .getFirst()
                .oddities())
        .extracting(Oddity::kind)
        .containsExactly(Oddity.Kind.SIMULATED);
    assertThat(StudyStatus.of(study.location()).answers().simulated()).isTrue();
  }

  private static MergeReport merge(MadeStudy study, List<Path> files) {
    return new Merge(MadeStudy.office(60 * 24 * 30))
        .merge(study.location(), files, Progress.NONE, new Cancellation());
  }

  private static List<Rating> answers(MadeStudy study) {
    try (StudyFile file = StudyFile.openReadOnly(study.location().database())) {
      return file.ratings().stream().filter(r -> !r.item().practice()).toList();
    }
  }

  /** Changes one letter of the first stored answer, as a text editor would. */
  private static void tamper(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    int at = text.indexOf("image_quality", text.length() / 3);
    int found = at >= 0 ? at : text.lastIndexOf("image_quality");
    bytes[found] ^= 1;
    Files.write(file, bytes);
  }
}
