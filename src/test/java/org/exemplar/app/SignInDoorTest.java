package org.exemplar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.exemplar.app.control.parts.Sheet;
import org.exemplar.app.fx.Theme;
import org.exemplar.audit.Signer;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.conduct.identity.Identities;
import org.exemplar.conduct.identity.Role;
import org.exemplar.crypto.Passphrase;
import org.exemplar.crypto.Stretching;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Signing in before a deed, and the people of this computer, by what is shown. */
@ExtendWith(ApplicationExtension.class)
class SignInDoorTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Executor AT_ONCE = Runnable::run;

  @TempDir Path folder;
  private final List<Office> entered = new ArrayList<>();
  private Stage stage;
  private Identities identities;
  private SignInDoor door;

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setScene(new Scene(new StackPane(), 1000, 900));
    Theme.DARK.applyTo(stage.getScene());
    stage.show();
  }

  @BeforeEach
  void makeTheDoor() {
    identities = new Identities(folder.resolve("identities.json"), Stretching.NONE_FOR_TESTS);
    door =
        new SignInDoor(
            identities,
            Office.coordinator(InstantSource.fixed(NOW), "test"),
            AT_ONCE,
            () -> new Sheet(stage, Theme.DARK, "Sign in"),
            () -> {});
  }

  private static String words(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream()
        .filter(Node::isVisible)
        .map(Label::getText)
        .collect(Collectors.joining("\n"));
  }

  private void setPeopleUp() {
    var _ =
        identities.add(
            "M. Adeyemi", Role.COORDINATOR, Passphrase.of("four words of hers"), Optional.empty());
    Signer hers = identities.signIn("M. Adeyemi", Passphrase.of("four words of hers"), NOW);
    var _ =
        identities.add(
            "S. Okoro", Role.STATISTICIAN, Passphrase.of("four words of his"), Optional.of(hers));
  }

  private void enter(FxRobot robot, Deed deed) {
    robot.interact(() -> door.enter(deed, entered::add));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void type(FxRobot robot, String passphrase) {
    PasswordField field = robot.lookup(".password-field").queryAs(PasswordField.class);
    assertThat(field.isFocused()).isTrue();
    robot.interact(() -> field.setText(passphrase));
    robot.push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void where_nobody_is_set_up_everybody_goes_through(FxRobot robot) {
    enter(robot, Deed.MERGE);
    enter(robot, Deed.UNBLIND);
    assertThat(entered).extracting(Office::actor).containsExactly("coordinator", "statistician");
    assertThat(entered).allMatch(office -> office.signer().isEmpty());
  }

  @Test
  void the_right_person_signs_in_once_and_a_wrong_passphrase_is_told(FxRobot robot) {
    setPeopleUp();
    enter(robot, Deed.MERGE);
    assertThat(words(robot)).contains("Only a coordinator may take reading files back");
    ComboBox<?> who = robot.lookup(".combo-box").queryAs(ComboBox.class);
    assertThat(who.getItems()).hasToString("[M. Adeyemi]");
    type(robot, "not these words");
    assertThat(words(robot)).contains("The passphrase of M. Adeyemi is wrong.");
    assertThat(entered).isEmpty();
    type(robot, "four words of hers");
    assertThat(entered).hasSize(1);
    enter(robot, Deed.HAND_OUT);
    assertThat(entered).hasSize(2);
    assertThat(entered.getLast().stamp().actor()).isEqualTo("coordinator M. Adeyemi");
    enter(robot, Deed.UNBLIND);
    assertThat(words(robot)).contains("Only a statistician may unblind a study");
    robot.push(KeyCode.ESCAPE);
    assertThat(entered).hasSize(2);
  }

  @Test
  void who_is_signed_in_is_told_and_the_next_deed_asks_again_after_signing_out(FxRobot robot) {
    assertThat(door.kept()).isFalse();
    setPeopleUp();
    assertThat(door.kept()).isTrue();
    assertThat(door.who().getValue()).isEmpty();
    robot.interact(door::signIn);
    ComboBox<?> who = robot.lookup(".combo-box").queryAs(ComboBox.class);
    assertThat(who.getItems()).hasSize(identities.all().size());
    type(robot, "four words of hers");
    assertThat(door.who().getValue()).isEqualTo("M. Adeyemi, coordinator");
    enter(robot, Deed.MERGE);
    assertThat(entered).hasSize(1);
    robot.interact(door::signOut);
    assertThat(door.who().getValue()).isEmpty();
    enter(robot, Deed.MERGE);
    assertThat(entered).hasSize(1);
    assertThat(words(robot)).contains("Only a coordinator may take reading files back");
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void after_five_wrong_passphrases_the_dialog_says_how_long_to_wait(FxRobot robot) {
    setPeopleUp();
    enter(robot, Deed.MERGE);
    for (int i = 0; i < 5; i++) {
      type(robot, "not these words");
    }
    type(robot, "four words of hers");
    assertThat(words(robot)).contains("5 wrong passphrases in a row: wait");
    assertThat(entered).isEmpty();
    robot.push(KeyCode.ESCAPE);
  }

  @Test
  void people_are_added_on_the_sheet_the_first_as_coordinator(FxRobot robot) {
    robot.interact(() ->
        new PeopleSheet(
                identities,
                door,
                InstantSource.fixed(NOW),
                AT_ONCE,
                new Sheet(stage, Theme.DARK, "People"))
            .show());
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(words(robot)).contains("Nobody yet; the first person is a coordinator.");
    List<PasswordField> fields =
        List.copyOf(robot.lookup(".password-field").queryAllAs(PasswordField.class));
    TextField name =
        robot.lookup(".text-field").queryAllAs(TextField.class).stream()
            .filter(f -> !(f instanceof PasswordField))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> {
      name.setText("M. Adeyemi");
      fields.get(0).setText("four words of hers");
      fields.get(1).setText("four words of his");
      robot.lookup("Add").queryAs(Button.class).fire();
    });
    assertThat(words(robot)).contains("Type the same passphrase twice.");
    robot.interact(() -> {
      fields.get(1).setText("four words of hers");
      robot.lookup("Add").queryAs(Button.class).fire();
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(words(robot)).contains("M. Adeyemi was added.", "coordinator, key ");
    assertThat(identities.all()).hasSize(1);
    assertThat(fields).allMatch(field -> field.getText().isEmpty());
  }
}
