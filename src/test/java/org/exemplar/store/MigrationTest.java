package org.exemplar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.exemplar.problem.Problem;
import org.exemplar.study.Rating;
import org.exemplar.study.ReaderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the first format's program wrote are read, brought up to date, and never lost. */
class MigrationTest {
  @TempDir Path folder;
  private Path study = Path.of("");
  private Path reading = Path.of("");

  @BeforeEach
  void copyTheFilesOfFormat1() throws IOException {
    study = copy("study.db");
    reading = copy("R01.reading");
  }

  private Path copy(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("format-1/" + name))) {
      Path copied = folder.resolve(name);
      Files.copy(in, copied);
      return copied;
    }
  }

  @Test
  void a_study_is_brought_up_to_date_and_a_copy_of_the_old_one_is_kept() throws IOException {
    List<Rating> before;
    long entries;
    try (StudyFile old = StudyFile.openReadOnly(study)) {
      before = old.ratings();
      entries = old.audit().size();
      assertThat(before).hasSize(6);
    }
    byte[] bytes = Files.readAllBytes(study);
    try (StudyFile now = StudyFile.open(study)) {
      assertThat(now.verify().broken()).isEmpty();
      assertThat(now.ratings()).isEqualTo(before);
      assertThat(now.audit()).hasSize((int) entries);
      assertThat(now.onlyLook()).isEmpty();
    }
    assertThat(format(study)).isEqualTo(2);
    assertThat(names()).containsExactly("R01.reading", "study.db", "study.format-1.db");
    Path kept = folder.resolve("study.format-1.db");
    assertThat(format(kept)).isEqualTo(1);
    try (StudyFile old = StudyFile.openReadOnly(kept)) {
      assertThat(old.verify().broken()).isEmpty();
      assertThat(old.ratings()).isEqualTo(before);
    }
    assertThat(Files.size(kept)).isLessThanOrEqualTo(bytes.length);
  }

  @Test
  void opening_it_once_more_makes_no_second_copy() throws IOException {
    StudyFile.open(study).close();
    StudyFile.open(study).close();
    assertThat(format(study)).isEqualTo(2);
    assertThat(names()).containsExactly("R01.reading", "study.db", "study.format-1.db");
  }

  @Test
  void what_the_new_format_is_for_works_in_an_old_study() throws IOException {
    Path copy = folder.resolve("again.reading");
    Files.copy(reading, copy);
    try (StudyFile now = StudyFile.open(study);
        ReadingFile one = ReadingFile.open(reading);
        ReadingFile two = ReadingFile.open(copy)) {
      JournalFixture.submit(SmallStudy.unlock(one), 3, 2);
      assertThat(now.merge(one, SmallStudy.STAMP)).isInstanceOf(MergeOutcome.Merged.class);
      JournalFixture.submit(SmallStudy.unlock(two), 3, 5);
      assertThat(now.merge(two, SmallStudy.STAMP)).isInstanceOf(MergeOutcome.Diverged.class);
      assertThat(now.disputes()).hasSize(1);
      assertThat(now.verify().broken()).isEmpty();
    }
  }

  @Test
  void looking_at_an_old_study_changes_no_byte_and_says_so() throws IOException {
    byte[] before = Files.readAllBytes(study);
    try (StudyFile old = StudyFile.openReadOnly(study)) {
      assertThat(old.verify().broken()).isEmpty();
      assertThat(old.disputes()).isEmpty();
      assertThat(old.progress().get(new ReaderId("R01")).done()).isEqualTo(1);
      assertThat(old.history().steps()).isNotEmpty();
      assertThat(old.onlyLook().orElseThrow())
          .contains("study.db is of format 1", "a copy is kept");
    }
    assertThat(Files.readAllBytes(study)).isEqualTo(before);
    assertThat(names()).containsExactly("R01.reading", "study.db");
  }

  @Test
  void an_old_reading_file_is_read_on() {
    try (ReadingFile file = ReadingFile.open(reading)) {
      assertThat(file.verify().broken()).isEmpty();
      int before = file.ratings().size();
      JournalFixture.submit(SmallStudy.unlock(file), 3, 2);
      assertThat(file.ratings()).hasSize(before + 3);
      assertThat(file.verify().broken()).isEmpty();
    }
  }

  @Test
  void a_study_that_was_tampered_with_is_not_touched() throws SQLException, IOException {
    sql("DROP TRIGGER rating_no_update", "UPDATE rating SET changes = 9 WHERE id = 1");
    byte[] before = Files.readAllBytes(study);
    assertThatThrownBy(() -> StudyFile.open(study))
        .isInstanceOf(Problem.class)
        .hasMessageContainingAll("study.db", "older format", "nothing was changed");
    assertThat(Files.readAllBytes(study)).isEqualTo(before);
    assertThat(names()).containsExactly("R01.reading", "study.db");
  }

  @Test
  void a_study_of_a_format_to_come_is_left_alone() throws SQLException, IOException {
    sql("PRAGMA user_version = 3");
    byte[] before = Files.readAllBytes(study);
    for (Runnable opening :
        List.<Runnable>of(
            () -> StudyFile.open(study).close(), () -> StudyFile.openReadOnly(study).close())) {
      assertThatThrownBy(opening::run)
          .isInstanceOf(Problem.class)
          .hasMessageContainingAll("newer version of Exemplar", "this version knows 2");
    }
    assertThat(Files.readAllBytes(study)).isEqualTo(before);
  }

  @Test
  void a_migrated_study_has_the_schema_of_a_new_one() {
    StudyFile.open(study).close();
    Path fresh = folder.resolve("fresh.db");
    new SmallStudy(2).create(fresh).close();
    assertThat(schema(study)).isEqualTo(schema(fresh));
  }

  private static List<String> schema(Path path) {
    try (Database database = Opening.read(path, FileKind.STUDY)) {
      return database.query(
          "SELECT type || name || coalesce(sql, '') AS it FROM sqlite_master ORDER BY it",
          row -> row.text("it"));
    }
  }

  private static long format(Path path) {
    try (Database database = Opening.read(path, FileKind.STUDY)) {
      return database.format();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + study);
        Statement running = connection.createStatement()) {
      for (String statement : statements) {
        running.execute(statement);
      }
    }
  }
}
