package org.exemplar.app.coordination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/** The studies that this computer's coordinator has opened, newest first, one path a line. */
public final class KnownStudies {
  private static final int MOST = 40;

  private final Path file;

  /**
   * @param file in the application's data; made when needed
   */
  public KnownStudies(Path file) {
    this.file = file;
  }

  /** Folders that still hold a study. */
  public List<Path> all() {
    try {
      var folders = new ArrayList<Path>();
      if (Files.isRegularFile(file)) {
        for (String line : Files.readAllLines(file)) {
          Path folder = Path.of(line.strip());
          if (Files.isRegularFile(folder.resolve("study.db"))) {
            folders.add(folder);
          }
        }
      }
      return folders;
    } catch (IOException | InvalidPathException unreadable) {
      return List.of();
    }
  }

  /**
   * Puts a study on top of the list.
   *
   * @throws Problem if the list cannot be written
   */
  public void add(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    var lines = new ArrayList<String>(List.of(place.toString()));
    all().stream()
        .filter(p -> !p.equals(place))
        .limit(MOST - 1)
        .forEach(p -> lines.add(p.toString()));
    WholeFile.write(file, String.join("\n", lines) + "\n");
  }
}
