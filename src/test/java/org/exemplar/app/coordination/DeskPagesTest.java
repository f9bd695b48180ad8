package org.exemplar.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.exemplar.app.fx.Theme;
import org.exemplar.conduct.Merge;
import org.exemplar.conduct.MergeReport;
import org.exemplar.conduct.Simulation;
import org.exemplar.crypto.Passphrase;
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

@ExtendWith(ApplicationExtension.class)
class DeskPagesTest {
  @TempDir static Path folder;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setScene(new Scene(new javafx.scene.layout.StackPane(), 1200, 900));
    Theme.DARK.applyTo(stage.getScene());
    stage.show();
  }

  private String words(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void returned_files_show_a_verdict_each_and_twice_changes_nothing(FxRobot robot) {
    MadeStudy made = MadeStudy.of(folder.resolve("returned"), 2, 2);
    List<Path> files = made.pack();
    MadeStudy.rate(files, 5, 2);
    MergeReport first = merge(made, files);
    MergeReport second = merge(made, files);
    ReturnsPage[] page = new ReturnsPage[1];
    robot.interact(() -> {
      page[0] =
          new ReturnsPage(new ReturnsPage.Acts(dropped -> {}, () -> {}, choices -> {}, list -> {}));
      stage.getScene().setRoot(page[0]);
      page[0].add(first);
    });
    assertThat(words(robot)).contains("answered cases added").contains("2 new cases", "partial");
    robot.interact(() -> page[0].add(second));
    assertThat(words(robot)).contains("same file again").contains("merged before");
  }

  @Test
  void a_refused_file_is_called_so_once_and_another_version_is_on_its_tag(FxRobot robot)
      throws Exception {
    MadeStudy made = MadeStudy.of(folder.resolve("odd"), 2, 1);
    Path file = made.pack().getFirst();
    var _ =
        new Simulation(InstantSource.fixed(MadeStudy.SEALED_AT.plusSeconds(3600)), "0.2.0-test")
            .rate(
                List.of(file),
                new Simulation.Behaviour(1, Map.of(), 2),
                Passphrase.of(MadeStudy.READING_WORDS),
                Progress.NONE,
                new Cancellation());
    Path text = Files.writeString(folder.resolve("notes.reading"), "not a reading file");
    MergeReport report = merge(made, List.of(text, file));
    ReturnsPage[] page = new ReturnsPage[1];
    robot.interact(() -> {
      page[0] =
          new ReturnsPage(new ReturnsPage.Acts(dropped -> {}, () -> {}, choices -> {}, list -> {}));
      stage.getScene().setRoot(page[0]);
      page[0].add(report);
    });
    WaitForAsyncUtils.waitForFxEvents();
    ListView<?> list = robot.lookup(".returns-list .list-view").queryListView();
    List<String> rows =
        list.lookupAll(".label").stream().map(label -> ((Label) label).getText()).toList();
    assertThat(rows).containsOnlyOnce("refused").contains("nothing was taken");
    assertThat(rows).contains("partial, other version");
    assertThat(words(robot)).contains("Nothing was taken from it.");
    robot.interact(() -> list.getSelectionModel().select(1));
    assertThat(words(robot)).contains("Read with version 0.2.0-test", "other version");
  }

  private static MergeReport merge(MadeStudy made, List<Path> files) {
    return new Merge(MadeStudy.office(600))
        .merge(made.location(), files, Progress.NONE, new Cancellation());
  }
}
