package org.exemplar.app.explorer.pieset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.desk.Location;
import org.exemplar.app.explorer.ExampleComparison;
import org.exemplar.app.explorer.Exploration;
import org.exemplar.app.explorer.ExplorerViewModel;
import org.exemplar.app.explorer.findings.NoHost;
import org.exemplar.app.explorer.pieset.CompositionChart.Measure;
import org.exemplar.app.fx.Theme;
import org.exemplar.classifier.comparison.Sparsity;
import org.exemplar.pie.PieAnalysis;
import org.exemplar.pie.PieComposition.Kind;
import org.exemplar.pie.PieOptions;
import org.exemplar.pie.PieOverlap;
import org.exemplar.pie.PieResults;
import org.exemplar.pie.PieSelection;
import org.exemplar.pie.ShareRatio;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PieSetPageTest {
  @TempDir static Path folder;
  private final List<Integer> opened = new ArrayList<>();
  private Exploration exploration;
  private ExplorerViewModel model;

  @Start
  void start(Stage stage) throws IOException {
    exploration = ExampleComparison.in(folder);
    model = new ExplorerViewModel(exploration, Runnable::run, Runnable::run, e -> {});
    PieSetPage page =
        new PieSetPage(
            model,
            Runnable::run,
            e -> {
              throw new AssertionError(e);
            },
            new ChartSaver(new NoHost(stage), Location.of("research", "pie-set"), false),
            opened::add);
    page.want();
    Scene scene = new Scene(page, 1300, 820);
    Theme.DARK.applyTo(scene);
    stage.setScene(scene);
    stage.show();
  }

  private PieResults pie(double percentile) {
    return PieAnalysis.compute(
        exploration.folder(),
        PieOptions.PAPER.withPercentile(percentile),
        Progress.NONE,
        new Cancellation());
  }

  @Test
  void shares_and_intervals_are_those_of_pie_sorted_by_the_difference(FxRobot robot) {
    robot.interact(() -> model.change(s -> s.below(25)));
    WaitForAsyncUtils.waitForFxEvents();
    var expected =
        pie(25).forgetting().orElseThrow().composition().rows().stream()
            .filter(r -> r.kind() == Kind.FINDING)
            .map(r -> r.share())
            .sorted(Comparator.comparingDouble(s -> -s.difference()))
            .toList();
    List<CompositionChart.Row> shown = composition(robot, 6).rows();
    assertThat(shown.stream().map(CompositionChart.Row::share)).isEqualTo(expected);
    assertThat(composition(robot, 5).rows().stream().map(CompositionChart.Row::name))
        .containsExactly("0 findings", "1 finding", "2 findings", "3 findings", "4+ findings");
  }

  @Test
  void the_ratio_is_shown_with_koopmans_interval_and_nothing_is_made_up_where_both_are_0() {
    var some = new CompositionChart.Row("some", new ShareRatio(4, 22, 9, 428));
    var none = new CompositionChart.Row("none", new ShareRatio(0, 22, 0, 428));
    var chart = new CompositionChart("fact", List.of(some, none), Measure.RATIO, 24);
    var interval = some.share().ratioInterval().orElseThrow();
    assertThat(chart.words(some))
        .contains("4 of 22 PIEs, 9 of 428 others; ratio 8.65 (")
        .contains(
            String.format(java.util.Locale.ROOT, "%.2f to %.2f", interval.low(), interval.high()));
    assertThat(chart.words(none)).endsWith("not estimable");
    assertThat(chart.data().rows().get(1)).contains("not estimable");
    assertThat(none.stands(Measure.DIFFERENCE)).isFalse();
  }

  @Test
  void cells_count_what_two_sparsities_share(FxRobot robot) {
    robot.interact(() -> model.change(s -> s.below(25)));
    OverlapChart chart = painter(robot, OverlapChart.class);
    List<PieSelection> selections = pie(25).disagreement().selections();
    assertThat(chart.overlaps().shared().get(0).get(2))
        .isEqualTo(PieOverlap.of(selections.get(0), selections.get(2)).both());
    assertThat(chart.overlaps().words())
        .startsWith(
            PieOverlap.of(selections.get(1), selections.get(2)).both() + " of the 10 PIEs at 0.90");
  }

  @Test
  void enter_on_a_row_of_the_sparsities_takes_its_criterion(FxRobot robot) {
    DrawnFigure figure = figure(robot, OverlapChart.class);
    robot.interact(figure::requestFocus);
    robot.push(KeyCode.END);
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(model.stateProperty().get().sparsity()).isEqualTo(new Sparsity(0.95));
    assertThat(painter(robot, OverlapChart.class).overlaps().criterion()).isEqualTo(2);
  }

  @Test
  void the_chance_over_runs_is_the_bootstrap_of_pie_and_enter_opens_the_image(FxRobot robot) {
    robot.interact(
        () -> robot.lookup("Runs").queryAs(javafx.scene.control.ToggleButton.class).fire());
    RunsChart chart = painter(robot, RunsChart.class);
    List<Double> chances = pie(5).instability().overRuns().probabilities();
    assertThat(chart.images())
        .allSatisfy(i -> assertThat(i.chance()).isEqualTo(chances.get(i.index())));
    assertThat(chart.images().stream().mapToDouble(RunsChart.Image::chance))
        .isSortedAccordingTo(Comparator.reverseOrder());
    DrawnFigure figure = figure(robot, RunsChart.class);
    robot.interact(figure::requestFocus);
    robot.push(KeyCode.ENTER);
    assertThat(opened).containsExactly(chart.images().getFirst().index());
    assertThat(words(robot)).anyMatch(w -> w.contains("Bootstrap over the runs, all 3 draws"));
  }

  private static CompositionChart composition(FxRobot robot, int rows) {
    return robot.lookup(".drawn-figure").queryAllAs(DrawnFigure.class).stream()
        .map(DrawnFigure::painter)
        .filter(CompositionChart.class::isInstance)
        .map(CompositionChart.class::cast)
        .filter(c -> c.rows().size() == rows)
        .findFirst()
        .orElseThrow();
  }

  private static <T> T painter(FxRobot robot, Class<T> type) {
    return type.cast(figure(robot, type).painter());
  }

  private static DrawnFigure figure(FxRobot robot, Class<?> painter) {
    return robot.lookup(".drawn-figure").queryAllAs(DrawnFigure.class).stream()
        .filter(f -> painter.isInstance(f.painter()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> words(FxRobot robot) {
    return robot.lookup(".small").queryAllAs(Label.class).stream().map(Label::getText).toList();
  }
}
