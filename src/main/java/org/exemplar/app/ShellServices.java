package org.exemplar.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.stage.Window;
import org.exemplar.folders.AppFolders;

/**
 * What the main window works with, built by the composition root.
 *
 * @param kept what is kept from one start to the next
 * @param clock for dates on the start page
 * @param workers where long work runs
 * @param readings how reading files are found and read
 * @param checking checks this installation against known answers
 */
public record ShellServices(
    Kept kept, InstantSource clock, ExecutorService workers, Readings readings, Checking checking) {
  /**
   * What is kept from one start to the next.
   *
   * @param folders where data and log lie
   * @param settings reads and writes the settings
   * @param recent what was open lately
   */
  public record Kept(AppFolders folders, SettingsStore settings, RecentFiles recent) {
    /** What lies in these folders. */
    public static Kept in(AppFolders folders) {
      return new Kept(
          folders,
          new SettingsStore(folders.data().resolve("settings.json")),
          new RecentFiles(folders.data().resolve("recent.json")));
    }
  }

  /**
   * How reading files are found and read.
   *
   * @param choose asks for a reading file
   * @param read opens the dark room in a window of its own
   * @param doubleClick what a double click on a reading file does
   */
  public record Readings(
      Function<Window, Optional<Path>> choose, Consumer<Path> read, DoubleClick doubleClick) {
    /** Where nothing is read, e.g. for pictures of the desks. */
    public static final Readings NONE =
        new Readings(
            window -> Optional.empty(),
            file -> {},
            new DoubleClick(null, Path.of("exemplar"), "Nothing is read here."));
  }
}
