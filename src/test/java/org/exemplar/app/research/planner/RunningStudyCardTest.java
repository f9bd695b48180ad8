package org.exemplar.app.research.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.app.explorer.findings.NoHost;
import org.exemplar.app.fx.Theme;
import org.exemplar.conduct.CaseReestimation;
import org.exemplar.conduct.Merge;
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

/** The planner estimates again from a study whose key is out of reach. */
@ExtendWith(ApplicationExtension.class)
class RunningStudyCardTest {
  @TempDir Path folder;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setScene(new Scene(new StackPane(), 1440, 900));
    Theme.DARK.applyTo(stage.getScene());
    stage.show();
  }

  @Test
  void a_study_without_its_key_shows_how_many_cases_it_needs(FxRobot robot) throws Exception {
    MadeStudy study = MadeStudy.of(folder, 5, 3);
    List<Path> files = study.pack();
    MadeStudy.rate(files, 1, 10);
    var report =
        new Merge(MadeStudy.office(600))
            .merge(study.location(), files, Progress.NONE, new Cancellation());
    assertThat(report.refused()).isZero();
    Files.delete(study.location().key());
    Plan plan = Plan.usual();
    PlannerPages pages = new PlannerPages(new NoHost(stage), "research");
    robot.interact(() -> stage.getScene().setRoot((Parent) pages.page()));
    assertThat(words(robot)).contains("A running study, blinded", "opens no key");
    robot.interact(() -> pages.reestimate(study.location().folder(), plan));
    WaitForAsyncUtils.waitForFxEvents();

    List<CaseReestimation> expected =
        CaseReestimation.of(
            study.location(),
            new CaseReestimation.Aim(
                0.8,
                Plan.LEVEL / plan.questions(),
                OptionalDouble.of(plan.auc()),
                OptionalInt.of(plan.size().readers()),
                20260301));
    assertThat(expected).isNotEmpty();
    String words = words(robot);
    assertThat(words).contains("Cases rated so far", "10");
    for (CaseReestimation each : expected) {
      var needed = each.needed().value().orElseThrow();
      assertThat(words)
          .contains(
              each.question(),
              RunningStudyCard.words(needed.alike()),
              RunningStudyCard.words(needed.differ()));
    }
  }

  private static String words(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }
}
