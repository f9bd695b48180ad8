package org.exemplar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.exemplar.app.coordination.CoordinationDesk;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.Theme;
import org.exemplar.app.fx.Workers;
import org.exemplar.conduct.Merge;
import org.exemplar.folders.AppFolders;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A study with simulated answers on the desk of the real window. */
class StudyInTheShellTest {
  private final FxRobot robot = new FxRobot();
  private final ExecutorService workers = Workers.of("test", 2);

  @TempDir static Path made;
  private static MadeStudy study;

  @TempDir private Path folder;
  private Stage stage;
  private Shell shell;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    Theme.loadFonts();
    study = MadeStudy.of(made, 2, 1);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 1, 2);
    var report =
        new Merge(MadeStudy.office(600))
            .merge(study.location(), files, Progress.NONE, new Cancellation());
    assertThat(report.newCases()).isEqualTo(2);
  }

  @BeforeEach
  void open() {
    AppFolders folders =
        new AppFolders(folder.resolve("d"), folder.resolve("c"), folder.resolve("s"));
    InstantSource clock = InstantSource.system();
    robot.interact(() -> {
      stage = new Stage();
      shell =
          new Shell(
              stage,
              new ShellServices(
                  ShellServices.Kept.in(folders),
                  clock,
                  workers,
                  ShellServices.Readings.NONE,
                  Checking.in(folders, clock)),
              host -> Desks.of(host, folders, clock, workers));
      shell.show();
      shell.open(study.location().folder());
    });
  }

  @AfterEach
  void close() {
    robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    workers.shutdown();
  }

  @Test
  void every_page_of_a_study_with_simulated_answers_says_so_in_its_header() throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !header().isEmpty());
    for (String place : List.of("progress", "returns", "audit", "unblind", "protocol")) {
      robot.interact(() -> shell.go(Location.of(CoordinationDesk.ID, place)));
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(header()).as(place).contains("simulated");
    }
  }

  /** 1920 x 1080 at 200 %. */
  @Test
  void every_place_of_the_rail_is_in_a_window_of_half_the_usual_size() throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !header().isEmpty());
    robot.interact(() -> {
      stage.setWidth(960);
      stage.setHeight(540);
    });
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> places().stream().allMatch(this::isInside));
    assertThat(places()).hasSizeGreaterThan(8).allMatch(this::isInside);
  }

  private List<Node> places() {
    return List.copyOf(robot.lookup(".rail-place").queryAll());
  }

  private boolean isInside(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMaxY() <= stage.getScene().getHeight();
  }

  private List<String> header() {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            robot.lookup(".context-bar").queryAll().stream()
                .filter(Node::isVisible)
                .flatMap(bar -> bar.lookupAll(".label").stream())
                .map(label -> ((Label) label).getText())
                .collect(Collectors.toList()));
  }
}
