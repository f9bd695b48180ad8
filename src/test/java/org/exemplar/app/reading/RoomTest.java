package org.exemplar.app.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.exemplar.app.fx.Theme;
import org.exemplar.app.fx.Workers;
import org.exemplar.sitting.SittingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A real room in a window, driven by keys; what tests of it share. */
abstract class RoomTest {
  final FxRobot robot = new FxRobot();
  final ExecutorService workers = Workers.of("test", 2);
  SittingClock clock = SittingClock.system();
  Stage stage;

  @TempDir Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    Theme.loadFonts();
  }

  @AfterEach
  void close() {
    robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    workers.shutdown();
  }

  final void begin(Path file) {
    open(file);
    await("the passphrase is asked for", () -> shows("Passphrase"));
    robot.write(ReadingFixture.PASSPHRASE).type(KeyCode.ENTER);
    await("the reader's details are asked for", () -> shows("About you"));
    aboutYou();
    await("the display is checked", () -> shows("Same seat and same room light as for reading."));
    robot.type(KeyCode.DIGIT2, KeyCode.Y, KeyCode.Y, KeyCode.Y).type(KeyCode.ENTER);
  }

  final void aboutYou() {
    robot.write("12").type(KeyCode.TAB).type(KeyCode.DOWN).type(KeyCode.TAB).type(KeyCode.SPACE);
    robot.type(KeyCode.ENTER);
  }

  final void open(Path file) {
    robot.interact(() -> {
      stage = new Stage();
      stage.setWidth(1280);
      stage.setHeight(800);
      new ReadingRoom(
              stage,
              file,
              new RoomServices(
                  clock,
                  workers,
                  new RoomServices.Keys(KeyMap.of(KeyPreset.EXEMPLAR), keys -> {}),
                  Theme.DARK,
                  new RoomServices.Places(
                      shown -> {}, left -> {}, folder.resolve("refuge"), RoomServices.Monitor.ANY)))
          .show();
    });
  }

  final void atCase(String heading) {
    await(
        heading,
        () ->
            robot.lookup(".case-panel").tryQuery().isPresent()
                && count(heading) == 1
                && robot.lookup(".mask").queryAll().stream().noneMatch(Node::isVisible));
  }

  final boolean shows(String words) {
    return count(words) > 0;
  }

  final int count(String words) {
    return (int) words().stream().filter(w -> w.contains(words)).count();
  }

  /** Every word on the screen. */
  final List<String> words() {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          List<String> words = new ArrayList<>();
          collect(stage.getScene().getRoot(), words);
          return words;
        });
  }

  /** Every word in windows over the room. */
  final String dialogs() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          List<String> words = new ArrayList<>();
          Window.getWindows().stream()
              .filter(window -> window != stage && window.isShowing())
              .forEach(window -> collect(window.getScene().getRoot(), words));
          return String.join("\n", words);
        });
  }

  private static void collect(Node node, List<String> words) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      words.add(labeled.getText());
    }
    if (node instanceof TextInputControl field && !(node instanceof PasswordField)) {
      words.add("[" + field.getText() + (field.isFocused() ? "|]" : "]"));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
    }
  }

  final void await(String what, BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition::getAsBoolean);
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("did not happen: " + what + "; shown are " + words(), e);
    }
  }
}
