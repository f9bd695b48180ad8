package org.exemplar.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.application.Application;
import javafx.stage.Stage;
import org.exemplar.app.fx.ErrorDialog;
import org.exemplar.app.fx.Theme;
import org.exemplar.app.fx.Workers;
import org.exemplar.app.reading.ReadingRoom;
import org.exemplar.folders.AppFolders;
import org.exemplar.sitting.SittingClock;

/**
 * A reader's own entry: straight into the dark room. Knows no desk, so that nothing of the engine
 * is ever loaded. Parameters: {@code --file=…} and, where given, {@code --passphrase-file=…}.
 */
public final class ReadingApplication extends Application {
  private final ExecutorService workers = Workers.of("reading", 2);

  @Override
  public void start(Stage stage) throws IOException {
    AppFolders folders = AppFolders.ofThisSystem();
    LogFile.start(folders.log());
    Theme.loadFonts();
    Map<String, String> named = getParameters().getNamed();
    SettingsStore settings = new SettingsStore(folders.data().resolve("settings.json"));
    RecentFiles recent = new RecentFiles(folders.data().resolve("recent.json"));
    Rooms rooms =
        new Rooms(
            settings,
            workers,
            SittingClock.system(),
            left -> recent.remember(left, InstantSource.system().instant()),
            folders.data().resolve("answers"));
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, error) ->
            ErrorDialog.show(stage, settings.get().theme(), "Something went wrong", error));
    ReadingRoom room = rooms.room(stage, Path.of(named.getOrDefault("file", "")));
    Optional<char[]> passphrase = passphrase(named);
    if (passphrase.isPresent()) {
      room.show(passphrase.get());
    } else {
      room.show();
    }
  }

  private static Optional<char[]> passphrase(Map<String, String> named) throws IOException {
    String file = named.get("passphrase-file");
    if (file != null) {
      return Optional.of(Files.readString(Path.of(file)).strip().toCharArray());
    }
    return Optional.ofNullable(System.getenv("EXEMPLAR_PASSPHRASE"))
        .filter(p -> !p.isEmpty())
        .map(String::toCharArray);
  }

  @Override
  public void stop() {
    workers.shutdown();
  }
}
