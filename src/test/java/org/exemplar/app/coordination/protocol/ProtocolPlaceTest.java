package org.exemplar.app.coordination.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.exemplar.app.desk.DeskHost;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Recent;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.fx.FxTask;
import org.exemplar.app.fx.Theme;
import org.exemplar.conduct.Office;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.store.SmallStudy;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ProtocolPlaceTest {
  private static final Location AT = Location.of("coordinate", "protocol");

  @TempDir private static Path folder;
  private final List<String> failed = new ArrayList<>();
  private final List<StudyLocation> amended = new ArrayList<>();
  private Stage stage;
  private ProtocolPlace place;

  @Start
  void start(Stage shown) {
    stage = shown;
    stage.setScene(new Scene(new StackPane(), 1200, 800));
    Theme.DARK.applyTo(stage.getScene());
    stage.show();
    Office office = new Office("coordinator", () -> SmallStudy.NOW.plusSeconds(600), "test");
    place =
        new ProtocolPlace(
            new Host(), office, new ProtocolPlace.At(AT, folder.resolve("unsaved")), amended::add);
  }

  @Test
  void a_document_is_opened_changed_and_saved_as_a_whole(FxRobot robot) throws IOException {
    Path file = folder.resolve("mine.md");
    String before = Files.readString(Path.of("reader-study-protocol.md"));
    Files.writeString(file, before);
    robot.interact(() -> {
      place.open(file);
      show(place.page(AT, Optional.empty()));
    });
    press(robot, "Questions");
    type(robot, "Short title", "Findings: all");

    robot.push(KeyCode.SHORTCUT, KeyCode.S);

    assertThat(Files.readString(file))
        .isEqualTo(before.replace("    title: Given findings\n", "    title: \"Findings: all\"\n"));
    assertThat(Files.list(folder).filter(p -> p.toString().contains("mine"))).hasSize(1);
    press(robot, "Other…");
    assertThat(
            robot.lookup(n -> "Begin with Label review".equals(n.getAccessibleText())).queryAll())
        .hasSize(1);
    assertThat(failed).isEmpty();
  }

  @Test
  void a_document_with_changes_is_not_left(FxRobot robot) {
    robot.interact(() -> show(place.page(AT, Optional.empty())));
    robot.interact(() ->
        robot
            .lookup(n -> "Begin with Label review".equals(n.getAccessibleText()))
            .queryAs(Button.class)
            .fire());

    press(robot, "Other…");

    assertThat(failed)
        .containsExactly("Save the protocol first, or take the changes back with Ctrl+Z.");
    assertThat(button(robot, "Save").isDisabled()).isFalse();
  }

  @Test
  void a_sealed_study_is_amended_with_author_and_reason(FxRobot robot) throws Exception {
    Path study = Files.createDirectories(folder.resolve("study"));
    new SmallStudy(4).create(study.resolve("study.db")).close();
    StudyLocation location = StudyLocation.of(study);
    robot.interact(() -> show(place.page(AT, Optional.of(location))));
    await(robot, "Amend…");
    assertThat(button(robot, "Amend…").isDisabled()).isTrue();
    press(robot, "Questions");
    type(robot, "Help, one sentence for the instructions", "Every one of them.");
    press(robot, "Amend…");
    assertThat(button(robot, "Amend").isDisabled()).isTrue();
    robot.interact(() -> {
      area(robot, "Reason, kept in the audit trail").setText("The help was misread");
      field(robot, "Author").setText("Dr Ahn");
    });

    press(robot, "Amend");

    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !amended.isEmpty());
    try (StudyFile file = StudyFile.openReadOnly(location.database())) {
      assertThat(file.protocols()).hasSize(2);
      assertThat(file.protocols().getLast().reason()).isEqualTo("The help was misread");
      assertThat(file.protocols().getLast().stamp().actor()).isEqualTo("Dr Ahn");
      assertThat(
              Protocol.parse("a", file.protocols().getLast().text())
                  .reading()
                  .questions()
                  .getFirst()
                  .wording()
                  .help())
          .isEqualTo("Every one of them.");
      assertThat(file.audit().getLast().action()).isEqualTo("amended");
      assertThat(file.verify().intact()).isTrue();
    }
  }

  private void show(Node page) {
    stage.getScene().setRoot(new StackPane(page));
  }

  private static Button button(FxRobot robot, String words) {
    return robot
        .lookup(n -> n instanceof Button b && words.equals(b.getText()))
        .queryAs(Button.class);
  }

  private static void press(FxRobot robot, String words) {
    robot.interact(() ->
        robot
            .lookup(
                n -> n instanceof javafx.scene.control.ButtonBase b && words.equals(b.getText()))
            .queryAs(javafx.scene.control.ButtonBase.class)
            .fire());
  }

  private static void await(FxRobot robot, String words) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () ->
            !robot
                .lookup(n -> n instanceof Button b && words.equals(b.getText()))
                .queryAll()
                .isEmpty());
  }

  private static TextInputControl field(FxRobot robot, String words) {
    return robot
        .lookup(n -> n instanceof TextInputControl && words.equals(n.getAccessibleText()))
        .queryAs(TextInputControl.class);
  }

  private static TextArea area(FxRobot robot, String words) {
    return (TextArea) field(robot, words);
  }

  private static void type(FxRobot robot, String field, String words) {
    robot.interact(() -> {
      TextInputControl input = field(robot, field);
      input.requestFocus();
      input.setText(words);
    });
  }

  /** A window that runs work and writes down what failed. */
  private final class Host implements DeskHost {
    @Override
    public Window window() {
      return stage;
    }

    @Override
    public Theme theme() {
      return Theme.DARK;
    }

    @Override
    public void go(Location location) {}

    @Override
    public <T> FxTask<T> run(Location startedAt, FxTask<T> task) {
      Thread.ofPlatform().daemon().start(task);
      return task;
    }

    @Override
    public void fail(String what, Throwable error) {
      failed.add(error.getMessage());
    }

    @Override
    public void remember(Path path, Thing thing, String about, String state, Recent.Tone tone) {
      failed.add("nothing is remembered here");
    }

    @Override
    public void read(Path readingFile) {
      failed.add("nothing is read here");
    }

    @Override
    public void search() {
      failed.add("nothing is searched here");
    }
  }
}
