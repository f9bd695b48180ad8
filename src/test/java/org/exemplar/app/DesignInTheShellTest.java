package org.exemplar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.exemplar.app.fx.Theme;
import org.exemplar.app.fx.Workers;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.folders.AppFolders;
import org.exemplar.store.StudyFile;
import org.exemplar.study.ReaderId;
import org.exemplar.testing.MadeComparison;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The whole way of a new coordinator through the real window: design, seal, hand out. */
class DesignInTheShellTest {
  private final FxRobot robot = new FxRobot();
  private final ExecutorService workers = Workers.of("test", 2);
  private Stage stage;

  @TempDir private Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    Theme.loadFonts();
  }

  @BeforeEach
  void open() {
    AppFolders folders =
        new AppFolders(folder.resolve("d"), folder.resolve("c"), folder.resolve("s"));
    robot.interact(() -> {
      stage = new Stage();
      new Shell(
              stage,
              new ShellServices(
                  ShellServices.Kept.in(folders),
                  InstantSource.system(),
                  workers,
                  ShellServices.Readings.NONE,
                  Checking.in(folders, InstantSource.system())),
              host -> Desks.of(host, folders, InstantSource.system(), workers))
          .show();
    });
    robot.press(KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT);
  }

  @AfterEach
  void close() {
    robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    workers.shutdown();
  }

  @Test
  void a_study_is_designed_sealed_and_handed_out_from_nothing_but_the_screens() throws Exception {
    MadeComparison made = MadeComparison.of(folder.resolve("source"), 60);
    Path study = folder.resolve("study");
    await(() -> words().contains("No study yet"));
    fire("New study from a comparison");

    type("Comparison", made.comparison().toString());
    type("Images", made.images().toString());
    await(() -> words().contains("Images, all found"));
    next("Protocol");
    assertThat(words()).contains("Begin with it", "The published study");
    fire("Document");
    robot.interact(() -> area("Protocol document").setText(text(made.protocol(13, 1, 0))));
    next("Selection");
    await(() -> words().contains("has 12 PIEs, but the protocol asks for 13"));
    enter("PIEs", "4");
    enter("Controls", "4");
    await(() -> words().contains("12 available") && !words().contains("asks for 13"));
    next("Readers");
    type("Pseudonyms", "R01, R02, R03, R04");
    type("Folder of the study", study.toString());
    next("Text check");
    await(() -> words().contains("Nothing looks like text"));
    next("Readiness");
    await(() -> words().contains("nothing stands between you and the seal"));
    assertThat(study).doesNotExist();

    fire("#seal-study");
    type("Passphrase of the key", "river stone lamp");
    type("Passphrase of the key once more", "river stone lamp");
    fire("#seal-now");
    await(() -> words().contains("The study is sealed"));
    StudyLocation location = StudyLocation.of(study);
    assertThat(fields()).contains(location.key().toString());
    fire("#understood");
    await(() -> has("Hand out"));

    Path drive = folder.resolve("drive");
    fire("Hand out");
    type("Passphrase of the files", "for readers only");
    type("Once more", "for readers only");
    type("Into the folder", drive.toString());
    robot.interact(() -> ((CheckBox) labelled("R04")).setSelected(false));
    fire("Write the files");
    await(() -> words().contains("Ready to be handed out"));
    assertThat(fields()).contains(drive.toString());
    fire("#understood");

    try (StudyFile stored = StudyFile.openReadOnly(location.database())) {
      assertThat(stored.seal()).isPresent();
      assertThat(stored.cases(false)).hasSize(8);
      assertThat(stored.readers()).hasSize(4);
      assertThat(stored.issued())
          .extracting(i -> i.reader().value())
          .containsExactly("R01", "R02", "R03");
      assertThat(stored.worklist(new ReaderId("R04")).items().stream().filter(i -> !i.practice()))
          .hasSize(8);
      assertThat(stored.verify().intact()).isTrue();
    }
    assertThat(drive.resolve("R01.reading")).isRegularFile();
    assertThat(drive.resolve("R04.reading")).doesNotExist();
  }

  @Test
  void closing_the_window_asks_what_becomes_of_an_unsaved_protocol_and_keeping_brings_it_back() {
    await(() -> words().contains("No study yet"));
    fire("Protocol");
    await(() -> has("Begin with Label review"));
    fire("Begin with Label review");
    fire("Source");
    TextArea source = area("The protocol as it is written");
    robot.interact(() -> source.setText(source.getText().replaceFirst("title: .*", "title: Kept")));

    closing();
    assertThat(stage.isShowing()).isTrue();
    assertThat(words()).contains("Close without saving?", "is offered again under Protocol");
    fire("Cancel");
    assertThat(stage.isShowing()).isTrue();
    closing();
    fire("#unsaved-keep");
    await(() -> !stage.isShowing());

    open();
    fire("Protocol");
    await(() -> words().contains("has changes that were not saved"));
    fire("Go on with it");
    fire("Source");
    assertThat(area("The protocol as it is written").getText()).contains("title: Kept");
    closing();
    fire("#unsaved-discard");
    await(() -> !stage.isShowing());

    open();
    fire("Protocol");
    await(() -> has("Begin with Label review"));
    assertThat(words()).doesNotContain("has changes that were not saved");
  }

  @Test
  void a_study_that_was_moved_says_so_and_can_be_forgotten() throws IOException {
    Files.createDirectories(folder.resolve("d"));
    Files.writeString(folder.resolve("d/studies.txt"), folder.resolve("gone") + "\n");
    fire("Home");
    robot.press(KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT);
    await(() -> words().contains("gone holds no study any more"));
    fire("Forget it");
    await(() -> words().contains("No study yet"));
    assertThat(folder.resolve("d/studies.txt")).hasContent("");
  }

  private void closing() {
    robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }

  private void next(String words) {
    await(() -> labelled("#design-next") instanceof Labeled next && words.equals(next.getText()));
    fire("#design-next");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String words() {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n")));
  }

  private List<String> fields() {
    return robot.lookup(node -> node instanceof TextField).queryAllAs(TextField.class).stream()
        .map(TextInputControl::getText)
        .toList();
  }

  private boolean has(String words) {
    return found(words).isPresent();
  }

  /** A button by its id, its accessible text or its words; that of the topmost window. */
  private Optional<Node> found(String words) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            List.copyOf(Window.getWindows()).reversed().stream()
                .filter(w -> w.getScene() != null)
                .flatMap(w ->
                    robot
                        .from(w.getScene().getRoot())
                        .lookup((Node node) ->
                            node instanceof ButtonBase button
                                && button.isVisible()
                                && (words.equals("#" + button.getId())
                                    || words.equals(button.getAccessibleText())
                                    || words.equals(button.getText())))
                        .queryAll()
                        .stream())
                .findFirst());
  }

  private Node labelled(String words) {
    return found(words).orElseThrow(() -> new AssertionError("no button: " + words));
  }

  private void fire(String words) {
    await(() -> found(words).filter(node -> !node.isDisabled()).isPresent());
    Node button = labelled(words);
    robot.interact(((ButtonBase) button)::fire);
  }

  private TextArea area(String accessible) {
    return robot
        .lookup(node -> accessible.equals(node.getAccessibleText()))
        .queryAs(TextArea.class);
  }

  private void type(String accessible, String text) {
    await(() ->
        !robot.lookup(node -> accessible.equals(node.getAccessibleText())).queryAll().isEmpty());
    robot.interact(() ->
        robot
            .lookup(node ->
                node instanceof TextInputControl && accessible.equals(node.getAccessibleText()))
            .queryAs(TextInputControl.class)
            .setText(text));
  }

  /** Types a number and Enter. */
  private void enter(String accessible, String number) {
    robot.interact(() -> {
      TextField field =
          robot
              .lookup(
                  node -> node instanceof TextField && accessible.equals(node.getAccessibleText()))
              .queryAs(TextField.class);
      field.setText(number);
      field.getOnAction().handle(new javafx.event.ActionEvent());
    });
  }

  private static void await(BooleanSupplier what) {
    try {
      WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, what::getAsBoolean);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("it did not happen", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
