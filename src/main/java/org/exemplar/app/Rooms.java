package org.exemplar.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.stage.Stage;
import org.exemplar.app.reading.KeyMap;
import org.exemplar.app.reading.ReadingRoom;
import org.exemplar.app.reading.RoomServices;
import org.exemplar.sitting.SittingClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes dark rooms with everything they work with. */
final class Rooms {
  private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);

  private final SettingsStore settings;
  private final ExecutorService workers;
  private final SittingClock clock;
  private final Consumer<RoomServices.Left> left;
  private final Path refuge;

  /**
   * @param left told how far a reading has come when its room closes
   * @param refuge folder for answers that can be written neither into their file nor beside it
   */
  Rooms(
      SettingsStore settings,
      ExecutorService workers,
      SittingClock clock,
      Consumer<RoomServices.Left> left,
      Path refuge) {
    this.settings = settings;
    this.workers = workers;
    this.clock = clock;
    this.left = left;
    this.refuge = refuge;
  }

  /** A room for a reading file in this window, not yet shown. */
  ReadingRoom room(Stage stage, Path file) {
    Settings now = settings.get();
    return new ReadingRoom(
        stage,
        file,
        new RoomServices(
            clock,
            workers,
            new RoomServices.Keys(
                KeyMap.of(now.reading().keyPreset(), now.reading().keys()), this::keep),
            now.theme(),
            new RoomServices.Places(
                Rooms::showFile,
                left,
                refuge,
                new RoomServices.Monitor(now.reading().monitor(), this::keepMonitor))));
  }

  private void keepMonitor(String id) {
    settings.set(settings.get().withMonitor(id));
  }

  private void keep(KeyMap keys) {
    settings.set(settings.get().withKeys(keys.preset().word(), keys.own()));
  }

  /**
   * Opens the file manager at a file; where that cannot be, nothing happens but a line in the log.
   */
  static void showFile(Path file) {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String at = file.toAbsolutePath().toString();
    Path folder = file.toAbsolutePath().getParent();
    ProcessBuilder opening =
        os.startsWith("windows")
            ? new ProcessBuilder("explorer.exe", "/select," + at)
            : os.startsWith("mac")
                ? new ProcessBuilder("open", "-R", at)
                : new ProcessBuilder("xdg-open", String.valueOf(folder));
    start(opening);
  }

  /**
   * Opens a file in the program that the system has for it, e.g. a report in the browser; where
   * that cannot be, nothing happens but a line in the log.
   */
  static void openFile(Path file) {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String at = file.toAbsolutePath().toString();
    start(
        os.startsWith("windows")
            ? new ProcessBuilder("rundll32", "url.dll,FileProtocolHandler", at)
            : os.startsWith("mac")
                ? new ProcessBuilder("open", at)
                : new ProcessBuilder("xdg-open", at));
  }

  private static void start(ProcessBuilder opening) {
    try {
      opening.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      LOG.warn("the system cannot open it", e);
    }
  }
}
