package org.exemplar.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exemplar.conduct.Merge;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.ReturnedFile;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rows say of real files that came back. */
class ReturnedRowsTest {
  @TempDir Path folder;

  private static ReturnedFile merge(MadeStudy study, Path file) {
    return new Merge(MadeStudy.office(600))
        .merge(study.location(), List.of(file), Progress.NONE, new Cancellation())
        .files()
        .getFirst();
  }

  private static List<String> row(ReturnedFile file, String what) {
    return ReturnedRows.rows(file).stream()
        .filter(row -> row.getFirst().endsWith(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void new_cases_are_counted_once_and_the_same_file_again_is_known_link_by_link() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path file = study.pack().getFirst();
    MadeStudy.rate(List.of(file), 1, 3);
    ReturnedFile first = merge(study, file);
    assertThat(first.newCases()).isEqualTo(3);
    assertThat(row(first, "cases"))
        .containsExactly(
            "3 cases",
            "new",
            first.newAnswers() + " answers, added with their audit entries",
            "merged");
    assertThat(row(first, "Audit trail")).contains("continues", "verified");
    assertThat(row(first, "Reader")).contains("simulated", "noted");

    ReturnedFile again = merge(study, file);
    assertThat(ReturnedRows.rows(again)).noneMatch(row -> row.getFirst().endsWith("cases"));
    assertThat(row(again, "audit entries")).contains("known", "nothing to do");
    assertThat(row(again, "Audit trail"))
        .contains("unchanged")
        .anyMatch(c -> c.startsWith("0 new"));
  }

  @Test
  void a_copy_that_was_read_apart_says_that_its_trail_went_apart() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path file = study.pack().getFirst();
    Path copy = Files.copy(file, folder.resolve("copy.reading"));
    MadeStudy.rate(List.of(file), 1, 2);
    MadeStudy.rate(List.of(copy), 2, 2);
    assertThat(merge(study, file).conflicts()).isEmpty();
    assertThat(row(merge(study, copy), "Audit trail")).contains("went apart");
  }

  @Test
  void a_file_of_another_version_of_the_program_says_since_which_case() {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path file = study.pack().getFirst();
    MadeStudy.rate(List.of(file), 1, 1);
    readWith("0.2.0-test", file);
    assertThat(row(merge(study, file), "Program"))
        .contains("other version", "noted")
        .anyMatch(cell ->
            cell.contains("Read with version 0.2.0-test from position ")
                && cell.contains("sealed with " + MadeStudy.SOFTWARE));
  }

  @Test
  void a_refused_file_has_no_rows() throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path text = Files.writeString(folder.resolve("notes.reading"), "not a reading file");
    ReturnedFile refused = merge(study, text);
    assertThat(refused.refused()).isTrue();
    assertThat(ReturnedRows.rows(refused)).isEmpty();
  }

  private static void readWith(String version, Path file) {
    Office later =
        Office.coordinator(
            java.time.InstantSource.fixed(MadeStudy.SEALED_AT.plusSeconds(7200)), version);
    var _ =
        new org.exemplar.conduct.Simulation(later.clock(), later.software())
            .rate(
                List.of(file),
                new org.exemplar.conduct.Simulation.Behaviour(1, java.util.Map.of(), 2),
                org.exemplar.crypto.Passphrase.of(MadeStudy.READING_WORDS),
                Progress.NONE,
                new Cancellation());
  }
}
