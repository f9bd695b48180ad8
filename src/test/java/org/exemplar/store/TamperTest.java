package org.exemplar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.exemplar.audit.Signer;
import org.exemplar.audit.Stamp;
import org.exemplar.crypto.SigningKey;
import org.exemplar.problem.Problem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes every column of every table of both files, takes rows away and doubles them, each time
 * with all triggers put back in place: verification finds each of them.
 */
class TamperTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makeFilesWithARowInEveryTable() throws IOException {
    SmallStudy small = new SmallStudy(2);
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      Path path = small.issue(study, "R01", folder);
      Path copy = Files.copy(path, folder.resolve("copy.reading"));
      try (ReadingFile file = ReadingFile.open(path)) {
        JournalFixture.writeAll(SmallStudy.unlock(file));
      }
      study.amend(study.identity().protocolText() + "\nMore.\n", "a typo", SmallStudy.STAMP);
      try (ReadingFile file = ReadingFile.openReadOnly(path)) {
        assertThat(study.merge(file, SmallStudy.STAMP)).isInstanceOf(MergeOutcome.Merged.class);
      }
      try (ReadingFile file = ReadingFile.open(copy)) {
        JournalFixture.submit(SmallStudy.unlock(file), 2, 1);
        assertThat(study.merge(file, SmallStudy.STAMP)).isInstanceOf(MergeOutcome.Diverged.class);
      }
      Dispute dispute = study.disputes().getFirst();
      Stamp signed =
          Stamp.of(new Signer("M. Adeyemi", "coordinator", SigningKey.fresh()), SmallStudy.NOW);
      study.decide(
          Map.of(
              dispute,
              new Decision(
                  dispute.sides().getLast().readingId(), Decision.Rule.LATEST, "rule", signed)),
          signed);
      study.unblind(SmallStudy.KEY_DIGEST, "all read", SmallStudy.STAMP);
    }
  }

  @Test
  void untouched_files_are_intact() {
    assertThat(found("study.db", TamperTest::verifyStudy)).isEmpty();
    assertThat(found("R01.reading", TamperTest::verifyReading)).isEmpty();
  }

  @Test
  void every_change_to_a_study_is_found() throws Exception {
    assertThat(unnoticed("study.db", TamperTest::verifyStudy)).isEmpty();
  }

  @Test
  void every_change_to_a_reading_file_is_found() throws Exception {
    assertThat(unnoticed("R01.reading", TamperTest::verifyReading)).isEmpty();
  }

  /** What was done without being found. */
  private static List<String> unnoticed(String name, Function<Path, Verification> verify)
      throws SQLException, IOException {
    List<String> unnoticed = new ArrayList<>();
    List<String> done = new ArrayList<>();
    Path bare = Files.copy(folder.resolve(name), folder.resolve("bare-" + name));
    List<String> triggers = takeTriggersOff(bare);
    for (Map.Entry<String, String> deed : deeds(folder.resolve(name)).entrySet()) {
      Files.copy(bare, folder.resolve("tampered"), StandardCopyOption.REPLACE_EXISTING);
      tamper(folder.resolve("tampered"), deed.getValue(), triggers);
      if (found("tampered", verify).isEmpty()) {
        unnoticed.add(deed.getKey());
      }
      done.add(deed.getKey());
    }
    assertThat(done).hasSizeGreaterThan(80);
    return unnoticed;
  }

  private static String found(String name, Function<Path, Verification> verify) {
    try {
      return verify.apply(folder.resolve(name)).broken().orElse("");
    } catch (Problem e) {
      return e.getMessage();
    }
  }

  private static Verification verifyStudy(Path path) {
    try (StudyFile study = StudyFile.openReadOnly(path)) {
      return study.verify();
    }
  }

  private static Verification verifyReading(Path path) {
    try (ReadingFile file = ReadingFile.openReadOnly(path)) {
      return file.verify();
    }
  }

  /** What is done → the statement that does it. */
  private static Map<String, String> deeds(Path path) throws SQLException {
    Map<String, String> deeds = new LinkedHashMap<>();
    try (Connection connection = connect(path);
        Statement statement = connection.createStatement()) {
      for (String table : strings(statement, "SELECT name FROM sqlite_master WHERE type='table'")) {
        assertThat(strings(statement, "SELECT count(*) FROM " + table)).isNotEqualTo(List.of("0"));
        try (ResultSet columns = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
          while (columns.next()) {
            String column = columns.getString("name");
            deeds.put(
                "change " + table + "." + column,
                "UPDATE %s SET %s = %s WHERE rowid = (SELECT max(rowid) FROM %s)"
                    .formatted(table, column, changed(column, columns.getString("type")), table));
          }
        }
        for (String end : List.of("min", "max")) {
          deeds.put(
              "delete " + end + " of " + table,
              "DELETE FROM %s WHERE rowid = (SELECT %s(rowid) FROM %s)"
                  .formatted(table, end, table));
        }
      }
    }
    return deeds;
  }

  private static String changed(String column, String type) {
    return switch (type) {
      case "INTEGER" ->
          "CASE %1$s WHEN 0 THEN 1 WHEN 1 THEN 0 ELSE coalesce(%1$s, 0) + 1000 END"
              .formatted(column);
      case "REAL" -> "coalesce(%s, 0) + 0.001".formatted(column);
      case "BLOB" ->
          "CAST(CASE substr(%1$s, 1, 1) WHEN x'ff' THEN x'00' ELSE x'ff' END || substr(%1$s, 2) AS BLOB)"
              .formatted(column);
      default -> "coalesce(%s, '') || 'x'".formatted(column);
    };
  }

  /** The statements that put them back. */
  private static List<String> takeTriggersOff(Path path) throws SQLException {
    String triggers = " FROM sqlite_master WHERE type = 'trigger'";
    try (Connection connection = connect(path);
        Statement statement = connection.createStatement()) {
      List<String> sql = strings(statement, "SELECT sql" + triggers);
      for (String trigger : strings(statement, "SELECT name" + triggers)) {
        statement.execute("DROP TRIGGER " + trigger);
      }
      return sql;
    }
  }

  private static void tamper(Path path, String deed, List<String> triggers) throws SQLException {
    try (Connection connection = connect(path);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA ignore_check_constraints = ON");
      statement.execute("BEGIN");
      assertThat(statement.executeUpdate(deed)).as(deed).isEqualTo(1);
      for (String trigger : triggers) {
        statement.execute(trigger);
      }
      statement.execute("COMMIT");
    }
  }

  private static List<String> strings(Statement statement, String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet results = statement.executeQuery(query)) {
      while (results.next()) {
        found.add(results.getString(1));
      }
    }
    return found;
  }

  private static Connection connect(Path path) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + path + "?foreign_keys=off&synchronous=off");
  }
}
