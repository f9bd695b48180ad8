package org.exemplar.app.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javafx.scene.input.KeyCode;
import org.exemplar.store.ReadingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A reading file that must not be read in says on the screen why and what to do; it stays as is.
 */
class RefusedFileTest extends RoomTest {
  private Path file;

  @BeforeEach
  void write() {
    file = new ReadingFixture().write(folder, 0, 2);
  }

  @Test
  void of_a_newer_version() throws SQLException, IOException {
    sql("PRAGMA user_version = 99");
    refused("newer version of Exemplar");
  }

  @Test
  void half_copied() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    refused("damaged or only partly copied; use an intact copy");
  }

  @Test
  void empty() throws IOException {
    Files.write(file, new byte[0]);
    refused("R01.reading is");
  }

  @Test
  void something_else_altogether() throws IOException {
    Files.writeString(file, "no database, but long enough to have a header of one".repeat(20));
    refused("R01.reading is");
  }

  @Test
  void open_in_another_window() throws IOException {
    try (ReadingFile elsewhere = ReadingFile.open(file)) {
      assertThat(elsewhere.progress().done()).isZero();
      refused("is open in another window or program; close it there first");
    }
  }

  @Test
  void tampered_with() throws SQLException, IOException {
    sql("DROP TRIGGER rating_no_update");
    byte[] before = Files.readAllBytes(file);
    open(file);
    await("the damage is told", () -> shows("This file was damaged or changed"));
    assertThat(shows("Ask the coordinator for a new copy; do not read in this one.")).isTrue();
    assertThat(shows("Passphrase")).as("no passphrase is asked for").isFalse();
    robot.interact(() -> stage.hide());
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void with_a_wrong_passphrase_or_of_another_reader() throws IOException {
    byte[] before = Files.readAllBytes(file);
    open(file);
    await("the reader is named before any effort", () -> shows("2 cases for reader R01."));
    robot.write("the passphrase of R02").type(KeyCode.ENTER);
    await("it is told", () -> shows("1 try · there is no limit"));
    assertThat(shows("or is the file for another reader?")).isTrue();
    robot.type(KeyCode.ENTER);
    await("its text stays and may be tried again", () -> shows("2 tries · there is no limit"));
    robot.interact(() -> stage.hide());
    assertThat(file).hasBinaryContent(before);
  }

  private void refused(String why) throws IOException {
    byte[] before = Files.readAllBytes(file);
    open(file);
    await("why is told", () -> dialogs().contains(why));
    assertThat(dialogs()).contains("R01.reading cannot be opened").contains("Close");
    assertThat(shows("Passphrase")).isFalse();
    assertThat(file).hasBinaryContent(before);
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement at = connection.createStatement()) {
      at.execute(statement);
    }
  }
}
