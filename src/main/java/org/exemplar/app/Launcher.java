package org.exemplar.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import org.exemplar.store.ReadingFile;

/** Starts the window. Does not extend Application, so that JavaFX may lie on the class path. */
public final class Launcher {
  private Launcher() {}

  /**
   * Opens the application; returns when its last window is closed.
   *
   * @param toOpen files or folders to open in it
   */
  public static void window(List<Path> toOpen) {
    Application.launch(
        ExemplarApplication.class, toOpen.stream().map(Path::toString).toArray(String[]::new));
  }

  /**
   * Opens the dark room; returns when it is closed.
   *
   * @param passphraseFile a file with the passphrase; without one {@code EXEMPLAR_PASSPHRASE} is
   *     tried, else it is asked for
   */
  public static void reading(Path file, Optional<Path> passphraseFile) {
    // While the toolkit starts, which is mostly waiting for the system.
    Thread.ofPlatform().daemon().name("prepare").start(ReadingFile::prepare);
    String named = "--file=" + file.toAbsolutePath();
    if (passphraseFile.isPresent()) {
      Application.launch(
          ReadingApplication.class,
          named,
          "--passphrase-file=" + passphraseFile.get().toAbsolutePath());
    } else {
      Application.launch(ReadingApplication.class, named);
    }
  }
}
