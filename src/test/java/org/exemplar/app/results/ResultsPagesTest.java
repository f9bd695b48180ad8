package org.exemplar.app.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.exemplar.analysis.Results;
import org.exemplar.analysis.unblinding.Unblinding;
import org.exemplar.app.desk.Location;
import org.exemplar.app.fx.Theme;
import org.exemplar.conduct.Merge;
import org.exemplar.crypto.Passphrase;
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
import org.testfx.util.WaitForAsyncUtils;

/** The results of a small study with simulated readers, in a window. */
@ExtendWith(ApplicationExtension.class)
class ResultsPagesTest {
  @TempDir static Path folder;
  private static MadeStudy made;

  private final QuietHost host = new QuietHost();
  private final List<Path> opened = new ArrayList<>();
  private final List<ImageWanted> images = new ArrayList<>();
  private final BorderPane root = new BorderPane();
  private ResultsPages pages;

  @BeforeAll
  static void read() {
    made = MadeStudy.of(folder, 4, 3);
    List<Path> files = made.pack();
    MadeStudy.rate(files, 3, 100);
    var _ =
        new Merge(MadeStudy.office(600))
            .merge(made.location(), files, Progress.NONE, new Cancellation());
    var _ =
        new Unblinding("coordinator", MadeStudy.office(900).clock())
            .unblind(
                made.location(),
                made.location().key(),
                Passphrase.of(MadeStudy.KEY_WORDS),
                "Reading is closed as planned.");
  }

  @Start
  void start(Stage stage) {
    pages =
        new ResultsPages(
            host,
            "research",
            MadeStudy.office(1000),
            new ResultsPages.Outside(opened::add, opened::add));
    pages.setOnImage(images::add);
    root.setCenter(pages.page(pages.location()));
    Scene scene = new Scene(root, 1280, 800);
    Theme.DARK.applyTo(scene);
    stage.setScene(scene);
    stage.show();
  }

  private Results study(FxRobot robot) throws Exception {
    robot.interact(() ->
        pages.open(made.location(), made.location().key(), MadeStudy.KEY_WORDS.toCharArray()));
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !host.went.isEmpty());
    follow(robot);
    return OpenedResults.open(
            made.location(),
            made.location().key(),
            Passphrase.of(MadeStudy.KEY_WORDS),
            MadeStudy.office(1001),
            new OpenedResults.Watch(Progress.NONE, new Cancellation()))
        .results();
  }

  /** Shows where the window was sent last, as the main window does. */
  private Node follow(FxRobot robot) {
    robot.interact(() -> show(host.went.getLast()));
    WaitForAsyncUtils.waitForFxEvents();
    return root.getCenter();
  }

  private void show(Location where) {
    root.setCenter(pages.page(where));
    root.setTop(pages.barProperty().get());
    root.applyCss();
    root.layout();
  }

  private boolean shown(String words) {
    return root.lookupAll("*").stream()
        .anyMatch(n -> n instanceof Labeled l && words.equals(l.getText()));
  }

  @Test
  void nothing_open_says_what_to_do_next(FxRobot robot) {
    assertThat(shown("No results are open")).isTrue();
    assertThat(robot.lookup(".button").queryAllAs(Button.class).stream().map(Button::getText))
        .contains("Open a study…", "Open a table…", "Open a folder…");
  }

  @Test
  void each_tab_shows_the_numbers_of_the_results_and_that_they_are_simulated(FxRobot robot)
      throws Exception {
    Results results = study(robot);
    Results.QuestionResults first = results.questions().values().iterator().next();
    assertThat(shown("simulated ratings")).isTrue();
    assertThat(shown(ResultWords.number(first.mrmc().auc()))).isTrue();
    assertThat(shown(ResultWords.planned(first.mrmc()))).isTrue();
    assertThat(shown(ResultWords.pooled(first.pooled()))).isTrue();
    go(robot, "Agreement");
    assertThat(shown(ResultWords.number(first.agreement().gwetAc2()))).isTrue();
    assertThat(shown("simulated ratings")).isTrue();
    go(robot, "Time and order");
    var time = results.course().orElseThrow().time();
    assertThat(shown(ResultWords.p(time.p()))).isTrue();
    go(robot, "Sensitivity");
    assertThat(shown("p " + relation(first.permutation().p().orElseThrow()))).isTrue();
    assertThat(shown("ignores clustering")).isTrue();
    go(robot, "Exports");
    assertThat(shown("RJafroc")).isTrue();
  }

  private static String relation(double p) {
    return org.exemplar.chart.Figures.equation(p).substring(2);
  }

  private void go(FxRobot robot, String tab) {
    ToggleButton button =
        robot.lookup(".tab-word").queryAllAs(ToggleButton.class).stream()
            .filter(b -> b.getText().equals(tab))
            .findFirst()
            .orElseThrow();
    robot.interact(button::fire);
    follow(robot);
  }

  @Test
  void arrow_keys_walk_the_tabs(FxRobot robot) throws Exception {
    var _ = study(robot);
    robot.interact(() -> robot.lookup(".tab-word").queryAs(ToggleButton.class).requestFocus());
    robot.push(KeyCode.RIGHT);
    assertThat(host.went.getLast().subject()).isEqualTo("Agreement");
  }

  @Test
  void a_number_leads_to_its_ratings_and_a_rating_to_its_image_and_back_again(FxRobot robot)
      throws Exception {
    Results results = study(robot);
    String question = results.questions().keySet().iterator().next();
    NumberLink number = robot.lookup(".number-link.big-number").queryAs(NumberLink.class);
    robot.interact(number::fire);
    Node ratings = follow(robot);
    AnswerTable table = robot.lookup(".answer-table").queryAs(AnswerTable.class);
    Results.Counts counts = results.questions().get(question).counts();
    assertThat(table.getItems()).hasSize(counts.ratings() + counts.cannotJudge());
    assertThat(shown(RatingsPage.summary(table.getItems()))).isTrue();
    assertThat(RatingsPage.summary(table.getItems()))
        .startsWith(counts.ratings() + " ratings and " + counts.cannotJudge());
    assertThat(table.getItems()).allMatch(r -> r.question().equals(question));
    robot.interact(table::requestFocus);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    AnswerRow chosen = table.getSelectionModel().getSelectedItem();
    robot.push(KeyCode.ENTER);
    assertThat(images).hasSize(1);
    assertThat(images.getFirst().caseId()).isEqualTo(chosen.caseId());
    assertThat(images.getFirst().imageId()).isNotEmpty();
    assertThat(images.getFirst().sha256()).hasSize(64);
    Location there = host.went.getLast();
    robot.interact(() -> show(pages.location()));
    robot.interact(() -> show(there));
    assertThat(root.getCenter()).isSameAs(ratings);
    assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(chosen);
  }

  @Test
  void the_arrow_keys_read_the_forest_and_enter_shows_that_readers_ratings(FxRobot robot)
      throws Exception {
    Results results = study(robot);
    ReaderForest forest = robot.lookup(".reader-forest").queryAs(ReaderForest.class);
    robot.interact(forest::requestFocus);
    robot.push(KeyCode.DOWN);
    String second =
        List.copyOf(results.questions().values().iterator().next().mrmc().perReader().keySet())
            .get(1);
    assertThat(forest.getAccessibleText()).startsWith(second + " PIE-AUC");
    robot.push(KeyCode.ENTER);
    follow(robot);
    AnswerTable table = robot.lookup(".answer-table").queryAs(AnswerTable.class);
    assertThat(table.getItems()).isNotEmpty().allMatch(r -> r.reader().equals(second));
  }

  @Test
  void cases_are_filtered_by_arm_and_lead_to_all_ratings_of_one(FxRobot robot) throws Exception {
    var _ = study(robot);
    go(robot, "Cases");
    assertThat(shown("8 of 8 cases")).isTrue();
    robot.interact(() ->
        robot.lookup(".segmented .toggle-button").queryAllAs(ToggleButton.class).stream()
            .filter(b -> b.getText().equals("PIE"))
            .findFirst()
            .orElseThrow()
            .fire());
    assertThat(shown("4 of 8 cases")).isTrue();
    Node table = robot.lookup(".case-table").query();
    robot.interact(table::requestFocus);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    follow(robot);
    AnswerTable ratings = robot.lookup(".answer-table").queryAs(AnswerTable.class);
    assertThat(ratings.getItems().stream().map(AnswerRow::caseId).distinct()).hasSize(1);
    assertThat(ratings.getItems().stream().map(AnswerRow::question).distinct().count())
        .isGreaterThan(1);
  }

  @Test
  void one_button_writes_the_report_and_opens_it(FxRobot robot) throws Exception {
    var _ = study(robot);
    robot.interact(() -> robot.lookup(".context-bar .button.primary").queryAs(Button.class).fire());
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !opened.isEmpty());
    assertThat(opened.getFirst()).hasFileName("report.html").isRegularFile();
  }

  @Test
  void a_folder_without_results_says_so(FxRobot robot) throws IOException {
    Path empty = Files.createDirectories(folder.resolve("nothing here"));
    robot.interact(() -> pages.open(empty));
    assertThat(host.failed).hasSize(1);
    assertThat(host.failed.getFirst()).contains("no results.json");
  }
}
