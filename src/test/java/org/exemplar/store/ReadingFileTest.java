package org.exemplar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.exemplar.crypto.Passphrase;
import org.exemplar.problem.Problem;
import org.exemplar.study.GivenFindings;
import org.exemplar.study.ReadingProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingFileTest {
  @TempDir Path folder;
  private final SmallStudy small = new SmallStudy(3);
  private Path path;

  @BeforeEach
  void handOut() {
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      path = small.issue(study, "R01", folder);
    }
  }

  @Test
  void says_without_a_passphrase_what_it_is() {
    try (ReadingFile file = ReadingFile.openReadOnly(path)) {
      assertThat(file.summary().title()).isEqualTo("Chest radiograph reading study");
      assertThat(file.summary().reader().value()).isEqualTo("R01");
      assertThat(file.worklist()).isEqualTo(small.worklist("R01"));
      assertThat(file.progress()).isEqualTo(new ReadingProgress(0, 3, 0, 1, false));
      assertThat(file.verify().broken()).isEmpty();
      assertThat(file.audit()).hasSize(1);
    }
  }

  @Test
  void a_wrong_passphrase_opens_nothing_and_the_right_one_all_cases() {
    try (ReadingFile file = ReadingFile.open(path)) {
      try (Passphrase wrong = Passphrase.of("open barley")) {
        assertThat(file.unlock(wrong)).isEmpty();
      }
      ReadingJournal journal = SmallStudy.unlock(file);
      assertThat(journal.findings(small.codes().get(2)))
          .isEqualTo(GivenFindings.of("Mass", "Effusion"));
      byte[] expected = new byte[107];
      Arrays.fill(expected, (byte) 1);
      assertThat(journal.image(small.codes().get(1))).isEqualTo(expected);
      assertThat(journal.reference(small.codes().get(0)).to("image_quality")).isPresent();
    }
  }

  @Test
  void what_is_written_is_there_after_reopening_and_verifies() {
    try (ReadingFile file = ReadingFile.open(path)) {
      JournalFixture.writeAll(SmallStudy.unlock(file));
    }
    assertThat(folder.resolve("R01.reading-wal")).doesNotExist();
    try (ReadingFile file = ReadingFile.openReadOnly(path)) {
      assertThat(file.verify().broken()).isEmpty();
      assertThat(file.progress()).isEqualTo(new ReadingProgress(1, 3, 1, 1, false));
      assertThat(file.ratings()).hasSize(6);
      assertThat(file.ratings().get(0).rated().review().missing()).containsExactly("Mass");
      assertThat(file.ratings().get(1).circumstances().view().width()).isEqualTo(4096);
      assertThat(file.submissions()).hasSize(2);
      assertThat(file.deviations()).hasSize(1);
      assertThat(file.details().orElseThrow().yearsOfExperience()).isEqualTo(12);
      assertThat(file.displayChecks()).hasSize(1);
      assertThat(file.comment(file.worklist().at(2))).contains("a note");
    }
  }

  @Test
  void a_corrected_case_counts_once_with_its_latest_ratings() {
    try (ReadingFile file = ReadingFile.open(path)) {
      ReadingJournal journal = SmallStudy.unlock(file);
      JournalFixture.submit(journal, 2, 4);
      JournalFixture.submit(journal, 2, 1);

      assertThat(file.ratings()).hasSize(3);
      assertThat(file.ratings().get(1).rated().answer().code()).hasValue(1);
      assertThat(file.submissions()).hasSize(2);
      assertThat(file.progress().done()).isEqualTo(1);
    }
  }

  @Test
  void nothing_is_lost_when_the_program_dies_without_closing() throws IOException {
    Path copy = folder.resolve("after-crash");
    Files.createDirectory(copy);
    try (ReadingFile file = ReadingFile.open(path)) {
      JournalFixture.writeAll(SmallStudy.unlock(file));
      // What lies on disk now is what a killed program leaves: main file and journal.
      for (String name : List.of("R01.reading", "R01.reading-wal")) {
        Files.copy(folder.resolve(name), copy.resolve(name));
      }
    }
    try (ReadingFile file = ReadingFile.open(copy.resolve("R01.reading"))) {
      assertThat(file.verify().broken()).isEmpty();
      assertThat(file.ratings()).hasSize(6);
    }
  }

  @Test
  void opened_twice_is_refused_in_plain_words() {
    try (ReadingFile file = ReadingFile.open(path)) {
      assertThat(file.progress().done()).isZero();
      assertThatThrownBy(() -> ReadingFile.open(path))
          .isInstanceOf(Problem.class)
          .hasMessage(
              "The file R01.reading is open in another window or program; close it there first.");
    }
    ReadingFile.open(path).close();
  }

  @Test
  void holds_neither_names_of_findings_nor_pictures_in_the_clear() throws IOException {
    String bytes = Files.readString(path, StandardCharsets.ISO_8859_1);
    assertThat(bytes).doesNotContain("Effusion").doesNotContain("PIE").doesNotContain("percentile");
    assertThat(bytes).doesNotContain("higher").doesNotContain("sparsity");
  }

  @Test
  void encrypted_pictures_are_equally_long() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement();
        var lengths =
            statement.executeQuery(
                "SELECT count(DISTINCT length(image_box)), count(DISTINCT length(findings_box))"
                    + " FROM case_content")) {
      lengths.next();
      assertThat(lengths.getInt(1)).isEqualTo(1);
      assertThat(lengths.getInt(2)).isEqualTo(1);
    }
  }

  @Test
  void a_file_of_a_newer_version_is_left_alone() throws SQLException, IOException {
    sql("PRAGMA user_version = 2");
    byte[] before = Files.readAllBytes(path);
    assertThatThrownBy(() -> ReadingFile.open(path))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("newer version of Exemplar");
    assertThat(Files.readAllBytes(path)).isEqualTo(before);
  }

  @Test
  void half_a_file_and_a_file_of_something_else_are_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> ReadingFile.open(path))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("damaged or only partly copied");
    Files.writeString(path, "not a database at all, but long enough to have a header".repeat(9));
    assertThatThrownBy(() -> ReadingFile.open(path))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("R01.reading");
    assertThatThrownBy(() -> ReadingFile.open(folder.resolve("study.db")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is not an Exemplar reading file");
    assertThatThrownBy(() -> ReadingFile.open(folder.resolve("none.reading")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("There is no file");
  }

  @Test
  void a_tampered_file_is_not_unlocked() throws SQLException {
    sql("DROP TRIGGER rating_no_update");
    try (ReadingFile file = ReadingFile.open(path)) {
      assertThatThrownBy(() -> SmallStudy.unlock(file))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("trigger rating_no_update is missing or was changed");
    }
  }

  @Test
  void an_existing_file_is_never_written_over() {
    try (StudyFile study = StudyFile.open(folder.resolve("study.db"))) {
      assertThatThrownBy(() -> small.issue(study, "R01", folder))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("exists already");
    }
  }

  @Test
  void refusing_a_file_changes_no_byte_of_it() throws SQLException, IOException {
    byte[] whole = Files.readAllBytes(path);
    assertLeftAlone("nothing was done to it", true);
    sql("DROP TRIGGER rating_no_update");
    assertLeftAlone("tampered with", true);
    Files.write(path, whole);
    sql("PRAGMA user_version = 99");
    assertLeftAlone("of a newer version", false);
    Files.write(path, Arrays.copyOf(whole, whole.length / 2));
    assertLeftAlone("half copied", false);
    Files.write(path, Arrays.copyOf(whole, 50));
    assertLeftAlone("hardly copied", false);
    Files.write(path, new byte[0]);
    assertLeftAlone("empty", false);
  }

  /** Opens it to look, verifies it and tries a wrong passphrase: every byte is as it was. */
  private void assertLeftAlone(String what, boolean opens) throws IOException {
    byte[] before = Files.readAllBytes(path);
    try (ReadingFile file = ReadingFile.openReadOnly(path);
        Passphrase wrong = Passphrase.of("not this one")) {
      assertThat(opens).as(what).isTrue();
      if (file.verify().intact()) {
        assertThat(file.unlock(wrong)).isEmpty();
      } else {
        assertThatThrownBy(() -> file.unlock(wrong))
            .isInstanceOf(Problem.class)
            .hasMessageContaining("ask the coordinator for a new one");
      }
    } catch (Problem refused) {
      assertThat(opens).as(what + ": " + refused.getMessage()).isFalse();
      assertThat(refused).hasMessageContaining("R01.reading");
    }
    assertThat(Files.readAllBytes(path)).as(what).isEqualTo(before);
    assertThat(folder.toFile().list())
        .as(what)
        .containsExactlyInAnyOrder("R01.reading", "study.db");
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }
}
