package org.exemplar.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.desk.Location;
import org.exemplar.app.explorer.findings.NoHost;
import org.exemplar.app.fx.Theme;
import org.exemplar.conduct.CaseReestimation;
import org.exemplar.conduct.Merge;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.ReadCase;
import org.exemplar.conduct.Simulation;
import org.exemplar.crypto.Passphrase;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A study of which one reader returned all, one a part over days, and one nothing. */
@ExtendWith(ApplicationExtension.class)
class ProgressPageTest {
  private static final Instant NOW = MadeStudy.SEALED_AT.plusSeconds(20 * 86_400);

  @TempDir static Path folder;
  private static MadeStudy study;
  private Stage stage;
  private final List<ReaderId> looked = new ArrayList<>();
  private final List<String> ways = new ArrayList<>();

  @BeforeAll
  static void makeTheStudy() {
    study = MadeStudy.of(folder, 6, 3);
    List<Path> files = study.pack();
    read(files.get(0), 1, 100);
    read(files.get(1), 1, 3);
    read(files.get(1), 4, 3);
    merge(files.subList(0, 2), 5);
  }

  private static void read(Path file, int day, int cases) {
    var _ =
        new Simulation(InstantSource.fixed(at(day)), MadeStudy.SOFTWARE)
            .rate(
                List.of(file),
                new Simulation.Behaviour(3, Map.of(), cases),
                Passphrase.of(MadeStudy.READING_WORDS),
                Progress.NONE,
                new Cancellation());
  }

  private static void merge(List<Path> files, int day) {
    var report =
        new Merge(Office.coordinator(InstantSource.fixed(at(day)), MadeStudy.SOFTWARE))
            .merge(study.location(), files, Progress.NONE, new Cancellation());
    assertThat(report.refused()).isZero();
  }

  private static Instant at(int day) {
    return MadeStudy.SEALED_AT.plusSeconds(day * 86_400L);
  }

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setScene(new Scene(new StackPane(), 1440, 900));
    Theme.DARK.applyTo(stage.getScene());
    stage.show();
  }

  private void show(FxRobot robot, Consumer<Consumer<List<CaseReestimation>>> estimate) {
    StudyOverview overview = StudyOverview.of(study.location(), NOW);
    robot.interact(() ->
        stage
            .getScene()
            .setRoot(
                new ProgressPage(
                    overview,
                    new ProgressPage.Acts(
                        new ProgressPage.Files(files -> {}, () -> {}),
                        () -> {},
                        looked::add,
                        estimate,
                        new ProgressPage.Ways(
                            () -> ways.add("returns"),
                            () -> ways.add("deviations"),
                            () -> ways.add("backups"))),
                    new ChartSaver(
                        new NoHost(stage), Location.of("coordinate", "progress"), true))));
  }

  private static String words(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .filter(Node::isVisible)
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void pace_is_a_cone_with_its_span_and_says_who_is_taken_as_the_others(FxRobot robot) {
    show(robot, done -> {});
    assertThat(words(robot))
        .containsPattern("Complete about \\d+ \\w+, between \\d+ \\w+ and \\d+ \\w+")
        .contains("R03: no pace of their own yet", "Some answers are simulated");
    DrawnFigure chart = robot.lookup(".drawn-figure").queryAs(DrawnFigure.class);
    assertThat(chart.getAccessibleText()).startsWith("18 of 36 cases have come back; all may be");
    assertThat(chart.painter().data().rows())
        .filteredOn(row -> row.getFirst().equals("came back"))
        .hasSize(18);
    assertThat(chart.painter().data().rows().toString())
        .contains("At the earliest", "At the pace so far", "At the latest");
  }

  @Test
  void flags_are_told_with_what_was_not_found_and_lead_to_the_readers_cases(FxRobot robot) {
    show(robot, done -> {});
    assertThat(words(robot))
        .contains("R02 has stopped", "6 of 12 are answered")
        .containsIgnoringCase("nobody idle");
    robot.interact(() ->
        robot.lookup(".button").queryAllAs(Button.class).stream()
            .filter(b -> "Look at the cases of R02".equals(b.getAccessibleText()))
            .findFirst()
            .orElseThrow()
            .fire());
    assertThat(looked).containsExactly(new ReaderId("R02"));
    List<ReadCase> cases = ReadCase.of(study.location(), new ReaderId("R02"));
    assertThat(cases).hasSize(6).allMatch(each -> !each.answers().isEmpty());
    assertThat(cases).extracting(each -> each.submission().item().position()).isSorted();
  }

  @Test
  void what_came_back_is_listed_and_deviations_stand_apart(FxRobot robot) {
    show(robot, done -> {});
    assertThat(words(robot))
        .contains("12 cases", "6 cases, partial", "No deviation in what came back");
    robot.interact(() -> robot.lookup("No backup yet").queryAs(Button.class).fire());
    assertThat(ways).containsExactly("backups");
  }

  @Test
  void the_cases_needed_are_estimated_without_a_key(FxRobot robot) throws Exception {
    java.nio.file.Files.move(study.location().key(), folder.resolve("kept elsewhere.json"));
    show(
        robot,
        done ->
            done.accept(
                CaseReestimation.of(
                    study.location(),
                    new CaseReestimation.Aim(
                        EnoughCard.POWER,
                        0.05,
                        java.util.OptionalDouble.empty(),
                        java.util.OptionalInt.empty(),
                        1))));
    robot.interact(() -> robot.lookup("Estimate").queryAs(Button.class).fire());
    assertThat(words(robot))
        .contains("The study has 12 cases", "without any arm")
        .containsPattern("cases if readers are alike|Nothing can be told yet, because");
  }
}
