package org.exemplar.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.app.fx.Theme;
import org.exemplar.conduct.Merge;
import org.exemplar.conduct.MergeReport;
import org.exemplar.conduct.Resolution;
import org.exemplar.store.Decision;
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

/** Two copies of a file were read apart; the coordinator decides by what the page shows. */
@ExtendWith(ApplicationExtension.class)
class ReturnsPageTest {
  @TempDir static Path folder;
  private Stage stage;

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setScene(new Scene(new StackPane(), 1440, 900));
    Theme.DARK.applyTo(stage.getScene());
    stage.show();
  }

  private static String words(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .filter(Node::isVisible)
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void finishing_waits_until_every_row_is_decided_by_a_rule_or_an_exception_with_a_reason(
      FxRobot robot) throws Exception {
    MadeStudy study = MadeStudy.of(folder, 2, 1);
    Path file = study.pack().getFirst();
    Path copy = Files.copy(file, folder.resolve("R01 copy.reading"));
    MadeStudy.rate(List.of(file), 1, 100);
    MadeStudy.rate(List.of(copy), 2, 100);
    MergeReport report =
        new Merge(MadeStudy.office(60 * 24))
            .merge(study.location(), List.of(file, copy), Progress.NONE, new Cancellation());
    List<Resolution.Choice> decided = new ArrayList<>();
    ReturnsPage page =
        new ReturnsPage(new ReturnsPage.Acts(dropped -> {}, () -> {}, decided::addAll, list -> {}));
    robot.interact(() -> {
      stage.getScene().setRoot(page);
      page.disputes(StudyOverview.of(study.location(), MadeStudy.SEALED_AT).disputes());
      page.add(report);
    });
    WaitForAsyncUtils.waitForFxEvents();
    int conflicts = Resolution.disputes(study.location()).size();
    assertThat(words(robot))
        .contains(
            "read apart",
            conflicts + " conflicts wait for a decision",
            "Nothing is ever overwritten",
            "in the study first",
            "submitted 1 Mar");
    Button finish = robot.lookup("Finish merge").queryButton();
    assertThat(finish.isDisabled()).isTrue();

    robot.interact(() -> {
      ComboBox<?> rule =
          robot.lookup(".combo-box").queryAllAs(ComboBox.class).stream()
              .filter(c -> "Choose a rule".equals(c.getPromptText()))
              .findFirst()
              .orElseThrow();
      rule.getSelectionModel().select(0);
    });
    assertThat(finish.isDisabled()).isFalse();
    ToggleButton second =
        robot.lookup(".conflict-choice").queryAllAs(ToggleButton.class).stream()
            .skip(1)
            .findFirst()
            .orElseThrow();
    robot.interact(second::fire);
    assertThat(second.isSelected()).isTrue();
    assertThat(words(robot)).contains("An exception needs a reason");
    assertThat(finish.isDisabled()).isTrue();
    robot.interact(() ->
        robot.lookup(".text-field").queryAs(TextField.class).setText("the calibrated screen"));
    robot.interact(finish::fire);
    assertThat(decided).hasSize(conflicts);
    assertThat(decided)
        .filteredOn(c -> c.rule() == Decision.Rule.CHOSEN)
        .singleElement()
        .satisfies(c -> {
          assertThat(c.reason()).isEqualTo("the calibrated screen");
          assertThat(c.kept()).isEqualTo(c.dispute().sides().get(1).readingId());
        });
    assertThat(new Resolution(MadeStudy.office(60 * 25)).decide(study.location(), decided))
        .isEqualTo(conflicts);
    robot.interact(
        () -> page.disputes(StudyOverview.of(study.location(), MadeStudy.SEALED_AT).disputes()));
    assertThat(words(robot)).contains("Nothing waits for a decision", "decided: chosen");
  }
}
