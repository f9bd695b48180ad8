package org.exemplar.app.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own dialogs for files and folders. */
public final class FileDialogs {
  private FileDialogs() {}

  /**
   * Asks for one file.
   *
   * @param kind what it is in words, e.g. {@code "Reading file"}
   * @param pattern e.g. {@code "*.reading"}
   */
  public static Optional<Path> open(Window owner, String title, String kind, String... pattern) {
    return Optional.ofNullable(chooser(title, kind, pattern).showOpenDialog(owner))
        .map(File::toPath);
  }

  /** Asks for several files; empty when cancelled. */
  public static List<Path> openSeveral(Window owner, String title, String kind, String... pattern) {
    List<File> chosen = chooser(title, kind, pattern).showOpenMultipleDialog(owner);
    return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
  }

  /** Asks where to save. */
  public static Optional<Path> save(
      Window owner, String title, String proposedName, String kind, String... pattern) {
    FileChooser chooser = chooser(title, kind, pattern);
    chooser.setInitialFileName(proposedName);
    return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
  }

  /** Asks for a folder. */
  public static Optional<Path> folder(Window owner, String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  private static FileChooser chooser(String title, String kind, String... pattern) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, pattern));
    return chooser;
  }
}
