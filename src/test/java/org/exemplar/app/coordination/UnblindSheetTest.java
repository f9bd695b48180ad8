package org.exemplar.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.desk.Location;
import org.exemplar.app.explorer.findings.NoHost;
import org.exemplar.app.fx.Theme;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.conduct.OfficeDoor;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.conduct.identity.Patience;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.Stretching;
import org.exemplar.study.ReaderId;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;
import org.exemplar.testing.MadeComparison;
import org.exemplar.testing.MadeStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The sheet before the key: what it proves, what it asks, and what the keyboard does. */
@ExtendWith(ApplicationExtension.class)
class UnblindSheetTest {
  private static final String REASON = "Reading closed on 24 Nov as planned.";

  @TempDir static Path folder;
  private Stage stage;
  private int opened;
  private Path chosen = Path.of("none.json");

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setScene(new Scene(new StackPane(), 1200, 900));
    Theme.DARK.applyTo(stage.getScene());
    stage.show();
  }

  private static StudyOverview twoPeople() {
    MadeComparison comparison = MadeComparison.of(folder.resolve("two"), 40);
    Path out = folder.resolve("two-study");
    BuildOptions.Sources sources =
        new BuildOptions.Sources(
            comparison.comparison(), comparison.images(), comparison.protocol(2, 1, 0));
    try (Passphrase one = Passphrase.of("what one knows");
        Passphrase other = Passphrase.of("what the other knows");
        Passphrase both = Passphrase.together(one, other)) {
      var _ =
          new StudyBuild(
                  java.time.InstantSource.fixed(MadeStudy.SEALED_AT),
                  "test",
                  Stretching.NONE_FOR_TESTS)
              .build(
                  BuildOptions.of(sources, List.of(new ReaderId("R01")), OptionalLong.of(1), out),
                  both,
                  Progress.NONE,
                  new Cancellation());
    }
    return StudyOverview.of(StudyLocation.of(out), MadeStudy.SEALED_AT);
  }

  private UnblindViewModel show(FxRobot robot, StudyOverview study) {
    UnblindViewModel model =
        new UnblindViewModel(
            new UnblindViewModel.Open(study.missing(), study.waiting()), study.trail().key());
    robot.interact(() ->
        new UnblindSheet(
                study,
                model,
                new Sheet(stage, Theme.DARK, "Unblind"),
                () -> Optional.of(chosen),
                m -> opened++)
            .show());
    WaitForAsyncUtils.waitForFxEvents();
    var _ = robot.targetWindow(act(robot).getScene().getWindow());
    return model;
  }

  private static String words(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .filter(Label::isVisible)
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }

  private static Button act(FxRobot robot) {
    return robot.lookup(".button.ends").queryButton();
  }

  @Test
  void two_people_type_a_passphrase_each_with_the_keyboard_alone(FxRobot robot) {
    StudyOverview study = twoPeople();
    UnblindViewModel model = show(robot, study);
    assertThat(words(robot))
        .contains(
            "The key belongs to this seal",
            "kept by two people",
            "Audit trail unbroken",
            "4 of 4 readings are missing",
            "R01 left 4",
            "Data entry closes for good.",
            "Passphrase of the first person",
            "Passphrase of the second person");
    assertThat(robot.lookup(".password-field").queryAll()).hasSize(2);
    robot.write("what one knows");
    assertThat(model.passphraseProperty().get()).isEqualTo("what one knows");
    robot.push(KeyCode.TAB);
    robot.write("what the other knows");
    robot.push(KeyCode.ENTER);
    assertThat(opened).isZero();
    robot.interact(() -> robot.lookup(".text-area").queryAs(TextArea.class).requestFocus());
    robot.write(REASON);
    assertThat(act(robot).isDisabled()).isTrue();
    robot.interact(() -> model.knowsMissingProperty().set(true));
    assertThat(act(robot).isDisabled()).isFalse();
    robot.interact(() -> model.secondProperty().set("what one knows"));
    assertThat(act(robot).isDisabled()).as("two people, one passphrase").isTrue();
    robot.interact(() -> model.secondProperty().set("what the other knows"));
    robot.interact(() -> act(robot).fire());
    assertThat(opened).isEqualTo(1);
    try (Passphrase both = model.takePassphrase()) {
      assertThat(both.people()).isEqualTo(2);
    }
    assertThat(model.passphraseProperty().get() + model.secondProperty().get()).isEmpty();
  }

  @Test
  void the_keyboard_starts_on_the_passphrase_and_escape_cancels(FxRobot robot) {
    MadeStudy made = MadeStudy.of(folder.resolve("one"), 2, 1);
    UnblindViewModel model = show(robot, StudyOverview.of(made.location(), MadeStudy.SEALED_AT));
    PasswordField field =
        robot.lookup(".password-field").queryAllAs(PasswordField.class).stream()
            .filter(f -> f.getParent().isVisible())
            .reduce((one, two) -> one)
            .orElseThrow();
    assertThat(field.isFocused()).isTrue();
    assertThat(words(robot)).contains("Passphrase of the key");
    robot.push(KeyCode.ENTER);
    assertThat(opened).isZero();
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.listTargetWindows()).containsOnly(stage);
    assertThat(model.readyProperty().get()).isFalse();
  }

  @Test
  void answers_that_wait_for_a_decision_keep_the_key_shut() {
    MadeStudy made = MadeStudy.of(folder.resolve("waiting"), 2, 1);
    StudyOverview study = StudyOverview.of(made.location(), MadeStudy.SEALED_AT);
    for (int waiting : List.of(0, 1)) {
      UnblindViewModel model =
          new UnblindViewModel(new UnblindViewModel.Open(0, waiting), study.trail().key());
      model.keyProperty().set(made.location().key().toString());
      model.passphraseProperty().set("words");
      model.reasonProperty().set("too short");
      assertThat(model.readyProperty().get()).isFalse();
      model.reasonProperty().set(REASON);
      assertThat(model.readyProperty().get()).isEqualTo(waiting == 0);
      model.keyProperty().set(made.location().database().toString());
      assertThat(model.keyStateProperty().get()).isEqualTo(UnblindViewModel.KeyState.ABSENT);
      assertThat(model.readyProperty().get()).isFalse();
    }
  }

  @Test
  void a_key_that_is_kept_elsewhere_is_chosen(FxRobot robot) throws Exception {
    MadeStudy made = MadeStudy.of(folder.resolve("elsewhere"), 2, 1);
    chosen = Files.move(made.location().key(), folder.resolve("safe.json"));
    UnblindViewModel model = show(robot, StudyOverview.of(made.location(), MadeStudy.SEALED_AT));
    assertThat(words(robot)).contains("The key is kept elsewhere");
    robot.interact(() -> robot.lookup("Choose…").queryButton().fire());
    assertThat(model.keyProperty().get()).isEqualTo(chosen.toString());
    assertThat(words(robot)).contains("The key belongs to this seal");
  }

  @Test
  void a_wrong_passphrase_is_told_on_the_sheet_which_stays_as_it_was_typed(FxRobot robot) {
    MadeStudy made = MadeStudy.of(folder.resolve("wrong"), 2, 1);
    StudyOverview study = StudyOverview.of(made.location(), MadeStudy.SEALED_AT);
    UnblindActs acts =
        new UnblindActs(
            new NoHost(stage),
            OfficeDoor.open(MadeStudy.office(60)),
            Location.of("coordinate", "unblind"));
    robot.interact(() -> acts.ask(study, () -> opened++));
    var _ = robot.targetWindow(act(robot).getScene().getWindow());
    TextArea reason = robot.lookup(".text-area").queryAs(TextArea.class);
    robot.interact(() -> {
      reason.setText(REASON);
      robot.lookup(".check-box").queryAs(CheckBox.class).setSelected(true);
    });
    for (int wrong = 1; wrong <= Patience.FREE_TRIES; wrong++) {
      attempt(robot, "a wrong one");
      assertThat(opened).isEqualTo(wrong);
      assertThat(words(robot)).contains("The passphrase does not open", "unblinding-key.json");
    }
    assertThat(reason.getText()).isEqualTo(REASON);
    assertThat(act(robot).getScene().getWindow().isShowing()).isTrue();
    assertThat(field(robot).isFocused()).isTrue();
    assertThat(field(robot).getText()).isEmpty();
    attempt(robot, MadeStudy.KEY_WORDS);
    assertThat(words(robot)).contains("5 wrong passphrases in a row: wait 31 s");
    assertThat(StudyOverview.of(made.location(), MadeStudy.SEALED_AT).stage())
        .isNotEqualTo(StudyStage.UNBLINDED);

    UnblindActs later =
        new UnblindActs(
            new NoHost(stage),
            OfficeDoor.open(MadeStudy.office(70)),
            Location.of("coordinate", "unblind"));
    var sheet = act(robot).getScene().getWindow();
    robot.interact(sheet::hide);
    robot.interact(() -> later.ask(study, () -> opened++));
    var next = act(robot).getScene().getWindow();
    robot.interact(() -> {
      robot.lookup(".text-area").queryAs(TextArea.class).setText(REASON);
      robot.lookup(".check-box").queryAs(CheckBox.class).setSelected(true);
    });
    attempt(robot, MadeStudy.KEY_WORDS);
    assertThat(next.isShowing()).isFalse();
    assertThat(StudyOverview.of(made.location(), MadeStudy.SEALED_AT).stage())
        .isEqualTo(StudyStage.UNBLINDED);
  }

  private static PasswordField field(FxRobot robot) {
    return robot.lookup(".password-field").queryAllAs(PasswordField.class).stream()
        .filter(f -> f.getParent().isVisible())
        .findFirst()
        .orElseThrow();
  }

  private static void attempt(FxRobot robot, String words) {
    Button act = act(robot);
    robot.interact(() -> {
      field(robot).setText(words);
      act.fire();
    });
    WaitForAsyncUtils.waitForFxEvents();
  }
}
