package org.exemplar.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.Theme;
import org.exemplar.audit.Signer;
import org.exemplar.conduct.Backup;
import org.exemplar.conduct.FileCheck;
import org.exemplar.conduct.Merge;
import org.exemplar.crypto.SigningKey;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AuditPageTest {
  @TempDir Path folder;
  private Stage stage;
  private final List<String> done = new ArrayList<>();

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setScene(new Scene(new StackPane(), 1440, 900));
    Theme.DARK.applyTo(stage.getScene());
    stage.show();
  }

  private MadeStudy returned() {
    MadeStudy study = MadeStudy.of(folder, 2, 2);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 5, 2);
    var report =
        new Merge(
                MadeStudy.office(600)
                    .of(new Signer("M. Adeyemi", "coordinator", SigningKey.fresh())))
            .merge(study.location(), files, Progress.NONE, new Cancellation());
    assertThat(report.refused()).isZero();
    return study;
  }

  private AuditPage show(FxRobot robot, MadeStudy study) {
    AuditPage[] page = new AuditPage[1];
    StudyOverview overview = StudyOverview.of(study.location(), MadeStudy.SEALED_AT);
    robot.interact(() -> {
      page[0] =
          new AuditPage(
              overview,
              () -> done.add("verify"),
              new BackupsCard.Acts(
                  () -> done.add("make"),
                  () -> done.add("elsewhere"),
                  backup -> done.add("restore " + backup.getFileName()),
                  () -> done.add("choose")));
      stage.getScene().setRoot(page[0]);
    });
    return page[0];
  }

  private static String words(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .filter(Node::isVisible)
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void entries_are_found_by_words_and_by_what_was_done_and_the_head_is_told_whole(FxRobot robot) {
    MadeStudy study = returned();
    var _ = show(robot, study);
    StudyOverview overview = StudyOverview.of(study.location(), MadeStudy.SEALED_AT);
    String head = overview.trail().verification().head().hash().hex();
    TableView<?> table = robot.lookup(".audit-table").queryAs(TableView.class);
    int all = overview.trail().entries().size();
    assertThat(table.getItems()).hasSize(all);
    assertThat(words(robot)).contains("Head: " + head, all + " entries");

    ComboBox<?> action = robot.lookup(".combo-box").queryAs(ComboBox.class);
    assertThat(action.getItems().toString())
        .contains("Everything", "merge", "handed out", "sealed");
    robot.interact(() -> action.getSelectionModel().select(action.getItems().indexOf("merge")));
    assertThat(table.getItems()).hasSize(2);
    robot.interact(() -> robot.lookup(".text-field").queryAs(TextField.class).setText("r02"));
    assertThat(table.getItems()).hasSize(1);
    assertThat(words(robot)).contains("1 of " + all + " entries");
    assertThat(table.getColumns().get(2).getCellData(0))
        .asString()
        .isEqualTo("coordinator M. Adeyemi, signed");
    assertThat(table.getColumns().get(5).getCellData(0)).asString().contains("reader R02");
    robot.interact(() -> table.getSelectionModel().select(0));
    assertThat(robot.lookup(".text-area").queryAs(TextArea.class).getText())
        .contains("\"reader\":\"R02\"");
  }

  @Test
  void a_broken_link_is_named_on_the_page(FxRobot robot) throws Exception {
    MadeStudy study = returned();
    AuditPage page = show(robot, study);
    robot.interact(() -> robot.lookup("Verify").queryAs(Button.class).fire());
    assertThat(done).containsExactly("verify");
    robot.interact(() -> page.show(FileCheck.of(study.location().folder())));
    assertThat(words(robot)).contains("study.db: intact", "unblinding-key.json: intact");

    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + study.location().database());
        Statement statement = connection.createStatement()) {
      String trigger;
      try (var row =
          statement.executeQuery("SELECT sql FROM sqlite_master WHERE name = 'audit_no_update'")) {
        row.next();
        trigger = row.getString(1);
      }
      statement.execute("DROP TRIGGER audit_no_update");
      statement.execute("UPDATE audit SET actor = 'somebody' WHERE sequence = 2");
      statement.execute(trigger);
    }
    robot.interact(() -> page.show(FileCheck.of(study.location().folder())));
    assertThat(words(robot)).containsPattern("study\\.db: .*entry 2");
  }

  @Test
  void backups_are_listed_and_put_back_with_what_is_lost_by_it_told_first(FxRobot robot) {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path backup = Backup.proposed(study.location(), MadeStudy.SEALED_AT);
    var _ = show(robot, study);
    assertThat(words(robot)).contains("No backup yet");
    var before = Backup.write(study.location(), backup);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 5, 2);
    var merged =
        new Merge(MadeStudy.office(600))
            .merge(study.location(), files, Progress.NONE, new Cancellation());
    assertThat(merged.newCases()).isEqualTo(2);
    var _ = show(robot, study);
    assertThat(words(robot)).contains("study-20260301-100000.backup.db");
    robot.interact(() -> robot.lookup("Back up now").queryAs(Button.class).fire());
    robot.interact(() ->
        robot.lookup(".button").queryAllAs(Button.class).stream()
            .filter(b -> b.getText().equals("Restore…"))
            .findFirst()
            .orElseThrow()
            .fire());
    assertThat(done).containsExactly("make", "restore study-20260301-100000.backup.db");

    List<Path> chosen = new ArrayList<>();
    StudyOverview overview = StudyOverview.of(study.location(), MadeStudy.SEALED_AT);
    robot.interact(() ->
        new RestoreSheet(
                overview,
                backup,
                before.head(),
                new Sheet(stage, Theme.DARK, "Restore"),
                chosen::add)
            .show());
    long fewer = overview.trail().verification().head().sequence() - before.head().sequence();
    assertThat(fewer).isPositive();
    assertThat(words(robot))
        .contains("The last " + fewer + " entries of the trail are not in the backup");
    robot.interact(() -> robot.lookup("Put it back").queryAs(Button.class).fire());
    assertThat(chosen).containsExactly(backup);
    var kept =
        Backup.restore(backup, study.location().folder(), MadeStudy.SEALED_AT.plusSeconds(900));
    assertThat(kept).get().satisfies(old -> assertThat(Files.exists(old)).isTrue());
    assertThat(StudyOverview.of(study.location(), MadeStudy.SEALED_AT).answers().given()).isZero();
  }
}
