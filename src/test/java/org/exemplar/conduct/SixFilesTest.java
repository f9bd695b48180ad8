package org.exemplar.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.exemplar.store.IssuedReading;
import org.exemplar.store.MergeOutcome;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingPlan;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Protocol;
import org.exemplar.study.ReaderId;
import org.exemplar.study.Worklist;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six files come back at once, as they do: some finished, some not, one twice, one changed. */
class SixFilesTest {
  @TempDir Path folder;

  private static MergeReport merge(MadeStudy study, List<Path> files) {
    return new Merge(MadeStudy.office(60 * 24))
        .merge(study.location(), files, Progress.NONE, new Cancellation());
  }

  @Test
  void each_of_six_files_has_its_verdict_and_merging_them_again_changes_nothing() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 3, 5);
    List<Path> out = study.pack();
    MadeStudy.rate(out.subList(0, 2), 1, 100);
    MadeStudy.rate(out.subList(2, 4), 2, 3);
    MadeStudy.rate(out.subList(4, 5), 3, 100);
    Path again = Files.copy(out.getFirst(), folder.resolve("R01 (1).reading"));
    changeOneLetter(out.get(4));
    List<Path> six = List.of(out.get(0), out.get(1), out.get(2), out.get(3), again, out.get(4));

    MergeReport report = merge(study, six);
    assertThat(report.files())
        .extracting(ReturnedFile::verdict)
        .containsExactly(
            Verdict.NEW,
            Verdict.NEW,
            Verdict.PARTIAL,
            Verdict.PARTIAL,
            Verdict.DUPLICATE,
            Verdict.TAMPERED);
    assertThat(report.newCases()).isEqualTo(6 + 6 + 3 + 3);
    assertThat(report.refused()).isEqualTo(1);
    assertThat(report.conflicts()).isZero();
    StudyStatus once = StudyStatus.of(study.location());
    assertThat(once.readers().get(new ReaderId("R03")).done()).isEqualTo(3);
    assertThat(once.readers().get(new ReaderId("R05")).done()).isZero();

    MergeReport second = merge(study, six);
    assertThat(second.files())
        .extracting(ReturnedFile::verdict)
        .containsExactly(
            Verdict.DUPLICATE,
            Verdict.DUPLICATE,
            Verdict.DUPLICATE,
            Verdict.DUPLICATE,
            Verdict.DUPLICATE,
            Verdict.TAMPERED);
    StudyStatus twice = StudyStatus.of(study.location());
    assertThat(twice.answers()).isEqualTo(once.answers());
    assertThat(twice.readers()).isEqualTo(once.readers());
    assertThat(FileCheck.of(study.location().folder()).getFirst().intact()).isTrue();
  }

  @Test
  void a_file_for_somebody_who_is_no_reader_of_the_study_is_refused() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    MadeStudy other = MadeStudy.of(folder.resolve("other"), 2, 1);
    Path stranger = folder.resolve("R09.reading");
    try (StudyFile file = StudyFile.openReadOnly(study.location().database())) {
      Worklist list = file.worklist(new ReaderId("R01"));
      IssuedReading made =
          ReadingFile.create(
              stranger,
              new ReadingPlan(
                  new ReadingPlan.Origin(
                      file.identity().studyId(),
                      file.identity().key(),
                      MadeStudy.SEALED_AT,
                      MadeStudy.SOFTWARE),
                  Protocol.parse("protocol", file.identity().protocolText()).reading(),
                  new Worklist(new ReaderId("R09"), list.items()),
                  file.longestImage()),
              file::content,
              MadeStudy.lock(),
              MadeStudy.office(1).stamp());
      assertThat(made.reader()).isEqualTo(new ReaderId("R09"));
    }
    MergeReport report = merge(study, List.of(stranger, other.pack().getFirst()));
    assertThat(report.files())
        .extracting(ReturnedFile::verdict)
        .containsExactly(Verdict.OTHER_READER, Verdict.OTHER_STUDY);
    assertThat(report.files().getFirst().sentence())
        .contains("it is for R09, who is not a reader of this study");
    assertThat(StudyStatus.of(study.location()).answers().count()).isZero();
  }

  @Test
  void entries_cut_off_the_end_of_a_study_are_found_through_the_heads_in_returned_files()
      throws Exception {
    MadeStudy study = MadeStudy.of(folder, 3, 1);
    Path file = study.pack().getFirst();
    MadeStudy.rate(List.of(file), 1, 2);
    merge(study, List.of(file));
    Path earlier = Files.copy(study.location().database(), folder.resolve("earlier.db"));
    MadeStudy.rate(List.of(file), 1, 100);
    assertThat(merge(study, List.of(file)).newCases()).isEqualTo(4);
    // Someone puts the study of yesterday back: it is whole in itself, and its last rows are gone.
    Files.delete(study.location().database());
    Files.copy(earlier, study.location().database());
    List<FileCheck> checks = FileCheck.of(study.location().folder());
    assertThat(checks).allMatch(FileCheck::intact);
    assertThat(checks.getLast().note().orElseThrow())
        .matches("The study lacks \\d+ of its audit entries: merge it\\.");
    MergeOutcome back = merge(study, List.of(file)).files().getFirst().outcome().orElseThrow();
    assertThat(((MergeOutcome.Merged) back).newSubmissions()).isEqualTo(4);
  }

  @Test
  void reader_entries_cut_off_the_end_inside_a_study_are_found() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path file = study.pack().getFirst();
    MadeStudy.rate(List.of(file), 1, 100);
    merge(study, List.of(file));
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + study.location().database());
        Statement statement = connection.createStatement()) {
      String trigger;
      try (var row =
          statement.executeQuery(
              "SELECT sql FROM sqlite_master WHERE name = 'reader_audit_no_delete'")) {
        row.next();
        trigger = row.getString(1);
      }
      statement.execute("DROP TRIGGER reader_audit_no_delete");
      statement.execute(
          "DELETE FROM reader_audit WHERE sequence = (SELECT max(sequence) FROM reader_audit)");
      statement.execute(trigger);
    }
    FileCheck check = FileCheck.of(study.location().folder()).getFirst();
    assertThat(check.broken().orElseThrow()).contains("file of R01: the audit trail ends at entry");
  }

  private static void changeOneLetter(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("image_quality", text.length() / 3);
    bytes[at >= 0 ? at : text.lastIndexOf("image_quality")] ^= 1;
    Files.write(file, bytes);
  }
}
