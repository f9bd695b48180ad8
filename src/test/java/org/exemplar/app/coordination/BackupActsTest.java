package org.exemplar.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.app.desk.Location;
import org.exemplar.app.explorer.findings.NoHost;
import org.exemplar.app.fx.Theme;
import org.exemplar.conduct.Merge;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Rating;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Backups by the buttons of the Audit page. */
@ExtendWith(ApplicationExtension.class)
class BackupActsTest {
  @TempDir Path folder;
  private Stage stage;
  private final List<Path> changed = new ArrayList<>();

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setScene(new Scene(new StackPane(), 1440, 900));
    Theme.DARK.applyTo(stage.getScene());
    stage.show();
  }

  private void show(FxRobot robot, MadeStudy study, long minutes) {
    StudyOverview overview = StudyOverview.of(study.location(), MadeStudy.SEALED_AT);
    BackupActs acts =
        new BackupActs(
            new NoHost(stage),
            InstantSource.fixed(MadeStudy.SEALED_AT.plusSeconds(60 * minutes)),
            Location.of("coordinate", "audit"));
    robot.interact(() ->
        stage
            .getScene()
            .setRoot(new AuditPage(overview, () -> {}, acts.of(overview, changed::add))));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void press(FxRobot robot, String words) {
    Button button =
        robot.lookup(".button").queryAllAs(Button.class).stream()
            .filter(b -> words.equals(b.getText()))
            .findFirst()
            .orElseThrow();
    robot.interact(button::fire);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String words(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }

  private static List<Rating> ratings(Path database) {
    try (StudyFile file = StudyFile.openReadOnly(database)) {
      assertThat(file.verify().intact()).isTrue();
      return file.ratings();
    }
  }

  private static void take(MadeStudy study, List<Path> files, long minutes) {
    assertThat(
            new Merge(MadeStudy.office(minutes))
                .merge(study.location(), files, Progress.NONE, new Cancellation())
                .refused())
        .isZero();
  }

  @Test
  void a_backup_is_made_listed_and_put_back_with_every_answer_it_had(FxRobot robot)
      throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 2);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 1, 1);
    take(study, files, 600);
    Path database = study.location().database();
    List<Rating> early = ratings(database);
    assertThat(early).isNotEmpty();
    show(robot, study, 700);
    assertThat(words(robot)).contains("No backup yet");
    press(robot, "Back up now");
    assertThat(changed).containsExactly(study.location().folder());
    show(robot, study, 701);
    assertThat(words(robot)).contains("study-20260301-214000.backup.db");

    MadeStudy.rate(files, 2, 100);
    take(study, files, 800);
    List<Rating> later = ratings(database);
    assertThat(later).hasSizeGreaterThan(early.size());
    show(robot, study, 900);
    press(robot, "Restore…");
    assertThat(words(robot)).contains("Restore a backup", "of the trail are not in the backup");
    assertThat(ratings(database)).isEqualTo(later);
    press(robot, "Put it back");
    assertThat(changed).hasSize(2).containsOnly(study.location().folder());
    assertThat(ratings(database)).isEqualTo(early);
    assertThat(replaced(database)).isEqualTo(later);
  }

  /** What the study's file had before the backup took its place. */
  private static List<Rating> replaced(Path database) throws Exception {
    try (Stream<Path> beside = Files.list(database.getParent())) {
      return beside
          .filter(file -> file.toString().endsWith(".db") && !file.equals(database))
          .map(BackupActsTest::ratings)
          .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
    }
  }
}
