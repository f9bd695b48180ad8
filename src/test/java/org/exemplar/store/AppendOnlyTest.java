package org.exemplar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables hold themselves, whoever writes to them. */
class AppendOnlyTest {
  @TempDir Path folder;

  @Test
  void no_row_can_be_changed_deleted_or_replaced_in_either_file() throws SQLException {
    SmallStudy small = new SmallStudy(2);
    Path path;
    try (StudyFile study = small.create(folder.resolve("study.db"))) {
      path = small.issue(study, "R01", folder);
      try (ReadingFile file = ReadingFile.open(path)) {
        JournalFixture.writeAll(SmallStudy.unlock(file));
        study.merge(file, SmallStudy.STAMP);
      }
    }
    for (Path each : List.of(folder.resolve("study.db"), path)) {
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + each);
          Statement statement = connection.createStatement()) {
        for (String table : filledTables(statement)) {
          for (String attempt : attempts(statement, table)) {
            assertThatThrownBy(() -> statement.execute(attempt))
                .as(attempt)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("SQLITE_CONSTRAINT_TRIGGER");
          }
        }
      }
    }
  }

  @Test
  void an_unblinded_study_takes_no_more_ratings() throws SQLException {
    SmallStudy small = new SmallStudy(2);
    Path path = folder.resolve("study.db");
    try (StudyFile study = small.create(path)) {
      study.unblind(SmallStudy.KEY_DIGEST, "all read", SmallStudy.STAMP);
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() ->
              statement.execute(
                  "INSERT INTO amendment (protocol, reason, actor, at) VALUES ('', 'x', '', '')"))
          .hasMessageContaining("the study is unblinded and takes no more data");
    }
  }

  private static List<String> attempts(Statement statement, String table) throws SQLException {
    String column;
    try (ResultSet columns = statement.executeQuery("PRAGMA table_info(" + table + ")")) {
      columns.next();
      column = columns.getString("name");
    }
    List<String> attempts = new ArrayList<>();
    attempts.add("DELETE FROM " + table);
    attempts.add("INSERT OR REPLACE INTO %s SELECT * FROM %s".formatted(table, table));
    attempts.add("UPDATE %s SET %s = %s".formatted(table, column, column));
    return attempts;
  }

  private static List<String> filledTables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet results =
        statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
      while (results.next()) {
        tables.add(results.getString(1));
      }
    }
    List<String> filled = new ArrayList<>();
    for (String table : tables) {
      try (ResultSet results = statement.executeQuery("SELECT 1 FROM " + table)) {
        if (results.next()) {
          filled.add(table);
        }
      }
    }
    assertThat(filled).hasSizeGreaterThan(8);
    return filled;
  }
}
