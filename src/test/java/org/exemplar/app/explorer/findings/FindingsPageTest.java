package org.exemplar.app.explorer.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.exemplar.app.chart.ChartSaver;
import org.exemplar.app.chart.DrawnFigure;
import org.exemplar.app.desk.Location;
import org.exemplar.app.explorer.ExampleComparison;
import org.exemplar.app.explorer.Exploration;
import org.exemplar.app.fx.Theme;
import org.exemplar.pie.FindingPair;
import org.exemplar.pie.PieAnalysis;
import org.exemplar.pie.PieForgetting;
import org.exemplar.pie.PieOptions;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FindingsPageTest {
  @TempDir static Path folder;
  private final List<Integer> wanted = new ArrayList<>();
  private Exploration exploration;
  private FindingsModel model;
  private PieForgetting pie;

  @Start
  void start(Stage stage) throws IOException {
    exploration = ExampleComparison.in(folder);
    pie =
        PieAnalysis.compute(
                exploration.folder(), PieOptions.PAPER, Progress.NONE, new Cancellation())
            .forgetting()
            .orElseThrow();
    model = new FindingsModel(Forgetting.of(exploration, Progress.NONE, new Cancellation()));
    var saver = new ChartSaver(new NoHost(stage), Location.of("research", "findings"), false);
    FindingsPage page = new FindingsPage(model, saver, wanted::add);
    Scene scene = new Scene(page, 1300, 820);
    Theme.DARK.applyTo(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void curves_and_order_are_those_that_pie_computes() {
    List<List<String>> rows = model.curves(400).data().rows();
    int points = exploration.sparsities().size();
    for (int f = 0; f < pie.findings().size(); f++) {
      var curve = pie.findings().get(f).curve();
      for (int k = 0; k < points; k++) {
        assertThat(rows.get(f * points + k).subList(2, 5))
            .containsExactly(
                curve.median().get(k).toString(),
                curve.low().get(k).toString(),
                curve.high().get(k).toString());
      }
    }
    List<Integer> byCrossing =
        IntStream.range(0, pie.findings().size())
            .boxed()
            .filter(f -> pie.findings().get(f).drops().overTwentyPercent().isPresent())
            .sorted(
                Comparator.comparingDouble(f ->
                    pie.findings().get(f).curve().crossing(List.of(.5, .9, .95), .2).orElseThrow()))
            .toList();
    assertThat(byCrossing).isNotEmpty();
    assertThat(model.first(400).rows()).startsWith(byCrossing.toArray(Integer[]::new));
  }

  @Test
  void enter_on_a_row_puts_its_finding_in_focus_everywhere(FxRobot robot) {
    DrawnFigure first = figure(robot, FirstChart.class);
    robot.interact(first::requestFocus);
    for (int i = 0; i < 5; i++) {
      robot.push(KeyCode.DOWN);
    }
    robot.push(KeyCode.ENTER);
    int finding = model.first(400).rows().get(5);
    String name = model.forgetting().name(finding);
    assertThat(model.lookProperty().get().focus()).isEqualTo(finding);
    assertThat(headings(robot)).contains(name);
    assertThat(figure(robot, CurvesChart.class).getAccessibleText()).startsWith(name + ": ");
    CurvesChart curves = (CurvesChart) figure(robot, CurvesChart.class).painter();
    assertThat(curves.curves().focus().band()).isEqualTo(name);
    assertThat(model.lookProperty().get().coloured()).hasSize(4).contains(finding);
  }

  @Test
  void the_images_of_the_finding_in_focus_are_one_button_away(FxRobot robot) {
    int focus = model.lookProperty().get().focus();
    int count = pie.findings().get(focus).testCount();
    robot.interact(() -> robot.lookup(count + " images").queryButton().fire());
    assertThat(wanted).containsExactly(focus);
  }

  @Test
  void the_map_and_the_pairs_show_the_distances_that_pie_computes() {
    for (FindingPair pair : pie.pairs().pairs()) {
      assertThat(model.alike(280).distances().get(pair.b()).get(pair.a()))
          .isEqualTo(pair.euclidean());
    }
    assertThat(model.pairs(280).data().rows()).hasSize(pie.pairs().pairs().size());
    assertThat(model.alike(280).order())
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 6).boxed().toList());
  }

  @Test
  void a_gray_finding_takes_the_colour_that_was_chosen_longest_ago(FxRobot robot) {
    List<Integer> before = model.lookProperty().get().coloured();
    int gray = IntStream.range(0, 6).filter(f -> !before.contains(f)).findFirst().orElseThrow();
    robot.interact(() -> {
      model.choose(before.get(0));
      model.choose(gray);
    });
    assertThat(model.lookProperty().get().coloured())
        .containsExactly(before.get(0), gray, before.get(2), before.get(3));
  }

  @Test
  void every_chart_states_its_main_fact_and_gives_its_numbers() {
    model
        .all()
        .forEach(chart -> {
          assertThat(chart.paint(org.exemplar.chart.Palette.LIGHT, 500).drawing().description())
              .endsWith(".");
          assertThat(chart.data().rows()).isNotEmpty();
        });
  }

  private static DrawnFigure figure(FxRobot robot, Class<?> painter) {
    return robot.lookup(".drawn-figure").queryAllAs(DrawnFigure.class).stream()
        .filter(f -> painter.isInstance(f.painter()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> headings(FxRobot robot) {
    return robot.lookup(".heading").queryAllAs(Label.class).stream()
        .map(l -> Objects.requireNonNull(l).getText())
        .toList();
  }
}
