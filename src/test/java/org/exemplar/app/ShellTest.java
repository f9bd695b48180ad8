package org.exemplar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.exemplar.app.desk.Command;
import org.exemplar.app.desk.Desk;
import org.exemplar.app.desk.Location;
import org.exemplar.app.desk.Place;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.fx.Theme;
import org.exemplar.app.fx.Workers;
import org.exemplar.folders.AppFolders;
import org.exemplar.folders.FileAssociation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The main window with a desk that only says where one is. */
class ShellTest {
  private final FxRobot robot = new FxRobot();
  private final ExecutorService workers = Workers.of("test", 1);
  private final List<Path> read = new ArrayList<>();
  private Stage stage;
  private Shell shell;

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
      shell =
          new Shell(
              stage,
              new ShellServices(
                  ShellServices.Kept.in(folders),
                  InstantSource.system(),
                  workers,
                  new ShellServices.Readings(
                      window -> Optional.empty(),
                      read::add,
                      DoubleClick.of(
                          new FileAssociation(folder.resolve("share")),
                          Path.of("exemplar").toAbsolutePath())),
                  Checking.in(folders, InstantSource.system())),
              host -> List.of(new PlainDesk()));
      shell.show();
    });
  }

  @AfterEach
  void close() {
    robot.interact(stage::hide);
    workers.shutdown();
  }

  @Test
  void doors_open_with_alt_and_back_returns() {
    robot.press(KeyCode.ALT).type(KeyCode.DIGIT2).release(KeyCode.ALT);
    assertThat(shown("Page studies")).isTrue();
    robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
    assertThat(shown("What would you like to do?")).isTrue();
  }

  @Test
  void the_command_search_runs_a_command() {
    robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
    robot.write("coord").type(KeyCode.ENTER);
    assertThat(shown("Page studies")).isTrue();
  }

  @Test
  void a_reading_file_goes_to_the_dark_room_and_anything_else_to_its_desk() throws Exception {
    Path file = Files.writeString(folder.resolve("R01.reading"), "SQLite format 3\0 …");
    robot.interact(() -> shell.open(file));
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> read.equals(List.of(file)));
    Path study = Files.createDirectories(folder.resolve("study"));
    Files.writeString(study.resolve("study.db"), "SQLite format 3\0 …");
    robot.interact(() -> shell.open(study));
    WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> shown("Page protocol"));
    assertThat(shown("Page protocol")).isTrue();
  }

  @Test
  void the_settings_make_a_double_click_open_reading_files_and_take_it_back() {
    Path entry = folder.resolve("share/applications/exemplar-reading.desktop");
    press("Settings");
    assertThat(shown("A double click on a reading file does not open it yet.")).isTrue();
    press("Open reading files here");
    assertThat(shown("A double click on a reading file opens it in the reading room.")).isTrue();
    assertThat(entry)
        .content()
        .contains("Exec=\"" + Path.of("exemplar").toAbsolutePath() + "\" read %f");
    press("Remove: a double click no longer opens reading files");
    assertThat(shown("A double click on a reading file does not open it yet.")).isTrue();
    assertThat(entry).doesNotExist();
  }

  @Test
  void where_the_program_cannot_set_the_double_click_the_settings_say_how_it_is_done() {
    DoubleClick windows = new DoubleClick(null, Path.of("exemplar"), "Right-click a file.");
    assertThat(windows.possible()).isFalse();
    assertThat(windows.words()).isEqualTo("Right-click a file.");
    DoubleClick astray = DoubleClick.of(new FileAssociation(folder), folder.resolve("exemplar"));
    assertThat(astray.possible()).isFalse();
    assertThat(astray.words()).contains("The program's launcher is not where it is expected");
    DoubleClick other =
        new DoubleClick(new FileAssociation(folder.resolve("share")), Path.of("/a/exemplar"), "");
    new FileAssociation(folder.resolve("share")).register(Path.of("/b/exemplar"));
    assertThat(other.words()).isEqualTo("A double click starts another copy of this program.");
    assertThat(other.on()).isFalse();
    assertThat(other.removable()).isTrue();
  }

  /** Presses the button with these words, or with this name for screen readers. */
  private void press(String words) {
    robot.interact(() ->
        stage.getScene().getRoot().lookupAll(".button").stream()
            .filter(n -> n instanceof Button)
            .map(Button.class::cast)
            .filter(b -> words.equals(b.getText()) || words.equals(b.getAccessibleText()))
            .findFirst()
            .orElseThrow()
            .fire());
  }

  private boolean shown(String words) {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () ->
            stage.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(n -> n instanceof Label label && words.equals(label.getText())));
  }

  private static final class PlainDesk implements Desk {
    private final ReadOnlyObjectWrapper<Node> context = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper opened = new ReadOnlyStringWrapper("");

    @Override
    public String id() {
      return "coordinate";
    }

    @Override
    public String name() {
      return "Coordinate";
    }

    @Override
    public List<Place> places() {
      return List.of(
          Place.of("studies", "Studies", Feather.GRID),
          Place.of("protocol", "Protocol", Feather.FILE));
    }

    @Override
    public ObservableValue<Node> contextBar() {
      return context;
    }

    @Override
    public ObservableValue<String> opened() {
      return opened;
    }

    @Override
    public Node page(Location location) {
      return new Label("Page " + location.place());
    }

    @Override
    public Optional<Location> open(Thing thing, List<Path> paths) {
      return thing == Thing.STUDY
          ? Optional.of(Location.of("coordinate", "protocol"))
          : Optional.empty();
    }

    @Override
    public List<Command> doorButtons() {
      return List.of();
    }

    @Override
    public List<Command> find(String query) {
      return List.of();
    }
  }
}
