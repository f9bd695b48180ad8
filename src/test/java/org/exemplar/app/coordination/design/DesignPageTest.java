package org.exemplar.app.coordination.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Theme;
import org.exemplar.testing.BurnedInNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DesignPageTest {
  @TempDir Path folder;
  private Stage stage;
  private Step wanted = Step.SOURCES;
  private boolean sealing;

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setScene(new Scene(new StackPane(), 1440, 900));
    Theme.DARK.applyTo(stage.getScene());
    stage.show();
  }

  private static String words(FxRobot robot) {
    robot.interact(() -> {});
    return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
        .map(Labeled::getText)
        .filter(text -> text != null && !text.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private void page(FxRobot robot, DesignViewModel model, Step step) {
    DesignPage[] page = new DesignPage[1];
    robot.interact(() -> {
      page[0] =
          new DesignPage(
              model,
              new DesignActs(
                  new DesignActs.Ask(
                      title -> Optional.empty(),
                      (title, pattern) -> Optional.empty(),
                      Optional::empty),
                  to -> {
                    wanted = to;
                    page[0].show(to);
                  },
                  () -> {},
                  new DesignActs.Leave(() -> sealing = true, () -> {}, Optional.empty())));
      stage.getScene().setRoot(page[0]);
      page[0].show(step);
    });
  }

  private DraftOfTest whole() {
    return new DraftOfTest(folder, 60).typed(folder.resolve("study"), 4).looked();
  }

  private static Button button(FxRobot robot, String words) {
    return robot.lookup(node -> node instanceof Button b && words.equals(b.getText())).query();
  }

  @Test
  void sources_are_told_at_once_and_the_wrong_folder_in_plain_words(FxRobot robot) {
    DraftOfTest whole = whole();
    page(robot, whole.model, Step.SOURCES);
    assertThat(words(robot)).contains("Images, all found", "60", "subj_id");
    robot.interact(() -> {
      whole.model.imagesProperty().set(folder.toString());
      whole.looked();
    });
    assertThat(words(robot)).contains("60 of the 60 images of the comparison are not in");
  }

  @Test
  void the_selection_writes_into_the_document_and_tells_what_it_means(FxRobot robot) {
    DraftOfTest whole = whole();
    page(robot, whole.model, Step.SELECTION);
    assertThat(words(robot))
        .contains("12 available", "48 available", "power at PIE-AUC 0.63", "Readers differ")
        .contains("Each of 3 readers reads 8 cases; each case has 3 readers.");
    robot.interact(() -> robot.lookup(".match-chip").queryAs(ToggleButton.class).fire());
    assertThat(whole.model.protocol().text())
        .contains("controls: matched", "match_on: [number_of_findings]");
    robot.interact(
        () -> robot.lookup(node -> "PIEs".equals(node.getAccessibleText())).query().requestFocus());
    robot.push(KeyCode.UP);
    assertThat(whole.model.protocol().text()).contains("PIE: 5\n");
    robot.interact(() -> {
      whole.model.edit(p -> p.with("arms.PIE", 13));
      whole.looked();
    });
    assertThat(words(robot)).contains("has 12 PIEs, but the protocol asks for 13");
  }

  @Test
  void every_blocker_has_a_door_and_the_seal_counts_them(FxRobot robot) {
    DraftOfTest empty = new DraftOfTest(folder, 20);
    page(robot, empty.model, Step.READINESS);
    assertThat(words(robot)).contains("Blocks sealing", "3 blockers left", "Seal study");
    assertThat(button(robot, "Seal study").isDisabled()).isTrue();
    robot.interact(() -> button(robot, "Go to protocol").fire());
    assertThat(wanted).isEqualTo(Step.PROTOCOL);
  }

  @Test
  void when_nothing_blocks_the_leak_test_is_shown_and_the_button_seals(FxRobot robot) {
    DraftOfTest whole = whole().rehearsed();
    page(robot, whole.model, Step.READINESS);
    assertThat(words(robot))
        .contains("nothing stands between you and the seal", "passed", "Bit depth", "same")
        .doesNotContain("Blocks sealing");
    robot.interact(() -> button(robot, "Seal study").fire());
    assertThat(sealing).isTrue();
  }

  @Test
  void regions_are_cleared_and_masked_with_the_keyboard_alone(FxRobot robot) {
    DraftOfTest named = new DraftOfTest(folder, 60);
    BurnedInNames.into(named.made, i -> true);
    named.typed(folder.resolve("study"), 2).looked().rehearsed();
    int regions = named.model.text().count();
    assertThat(regions).isGreaterThan(2);
    page(robot, named.model, Step.TEXT);
    String shown = words(robot);
    assertThat(shown).contains("Region 1 of " + regions, "waits for you");
    assertThat(named.made.ids()).noneMatch(shown::contains);
    robot.push(KeyCode.M);
    for (int i = 1; i < regions; i++) {
      robot.push(KeyCode.C);
    }
    assertThat(named.model.text().undecided()).isZero();
    assertThat(named.model.text().masked()).isEqualTo(1);
    robot.push(KeyCode.HOME);
    assertThat(words(robot)).contains(regions + " decided, 1 masked");
    assertThat(Readiness.of(named.model).ready()).isTrue();
  }

  @Test
  void an_error_of_the_protocol_is_shown_with_a_way_to_its_line(FxRobot robot) {
    DraftOfTest whole = whole();
    whole.model.protocol(whole.model.protocol().text().replace("gate: answered", "gate: ajar"));
    page(robot, whole.model, Step.PROTOCOL);
    assertThat(words(robot)).contains("\"practice.gate\" must be one of answered, within_distance");
    int line = whole.model.protocol().line().orElseThrow();
    robot.interact(() -> button(robot, "Go to line " + line).fire());
    assertThat(words(robot)).contains("line " + line);
    robot.interact(() ->
        robot
            .lookup(".protocol-document")
            .queryAs(TextArea.class)
            .replaceSelection("  gate: answered"));
    assertThat(whole.model.protocol().error()).isEmpty();
  }

  @Test
  void the_seal_asks_for_the_passphrase_twice_then_shows_progress_that_can_be_stopped(
      FxRobot robot) {
    SealViewModel model = new SealViewModel("");
    FxTask<String> work = new FxTask<>("Sealing", (progress, cancellation) -> "done");
    Sheet[] sheet = new Sheet[1];
    robot.interact(() -> {
      sheet[0] = new Sheet(stage, Theme.DARK, "Seal");
      new SealSheet(
              "A study: 8 cases, 3 readers",
              model,
              sheet[0],
              passphrase -> {
                passphrase.close();
                return work;
              })
          .show();
    });
    Button now = robot.lookup("#seal-now").queryButton();
    assertThat(now.isDisabled()).isTrue();
    robot.interact(() -> {
      model.firstProperty().set("several words kept apart");
      model.firstAgainProperty().set("several words kept apart");
    });
    assertThat(now.isDisabled()).isFalse();
    robot.interact(now::fire);
    assertThat(words(robot)).contains("Nothing is in the study’s place before all of it is");
    assertThat(List.of(model.firstProperty().get(), model.firstAgainProperty().get()))
        .containsOnly("");
    robot.interact(() -> robot.lookup("#stop-sealing").queryButton().fire());
    assertThat(work.isCancelled()).isTrue();
    robot.interact(() -> sheet[0].close());
  }
}
