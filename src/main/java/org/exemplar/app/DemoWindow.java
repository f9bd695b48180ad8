package org.exemplar.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.exemplar.app.desk.Recent;
import org.exemplar.app.desk.Thing;
import org.exemplar.app.explorer.ImageFolders;
import org.exemplar.folders.AppFolders;

/**
 * Opens the application on a demonstration whose last reader is a person: the start page lists what
 * to do next, in order.
 */
public final class DemoWindow {
  private DemoWindow() {}

  /**
   * What the demonstration left for a person.
   *
   * @param reading the file that nobody has read yet
   * @param study the sealed study
   * @param comparison the comparison
   * @param images the folder of its films
   */
  public record Places(Path reading, Path study, Path comparison, Path images) {}

  /** Opens the window; returns when it is closed. */
  public static void open(Places places) {
    AppFolders folders = AppFolders.ofThisSystem();
    new ImageFolders(folders.data().resolve("image-folders"))
        .remember(places.comparison(), places.images());
    RecentFiles recent = new RecentFiles(folders.data().resolve("recent.json"));
    Instant now = InstantSource.system().instant();
    recent.remember(
        new Recent(
            places.comparison(),
            Thing.COMPARISON,
            "Demonstration: why the networks disagree",
            "Complete",
            Recent.Tone.SUCCESS,
            now));
    recent.remember(
        new Recent(
            places.study(),
            Thing.STUDY,
            "Demonstration, second: take the file back, then unblind",
            "1 file is out",
            Recent.Tone.INFO,
            now));
    recent.remember(
        new Recent(
            places.reading(),
            Thing.READING_FILE,
            "Demonstration, first: read as this reader",
            "Not begun",
            Recent.Tone.INFO,
            now));
    Launcher.window(List.of());
  }
}
