package org.exemplar.app.coordination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exemplar.app.fx.PlainWords;
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

  /**
   * A study of the list as it stands now.
   *
   * @param folder where it was last
   * @param study what it is; empty when it cannot be read
   * @param problem why it cannot be read and what to do; empty when it can
   */
  record Known(Path folder, Optional<StudyOverview> study, String problem) {
    /**
     * Reads it.
     *
     * @param read reads a study's folder
     */
    static Known of(Path folder, Function<Path, StudyOverview> read) {
      if (!Files.isRegularFile(folder.resolve("study.db"))) {
        return new Known(
            folder,
            Optional.empty(),
            folder
                + " holds no study any more: it was moved, renamed or deleted, or lies on a drive"
                + " that is not connected.");
      }
      try {
        return new Known(folder, Optional.of(read.apply(folder)), "");
      } catch (RuntimeException e) {
        return new Known(folder, Optional.empty(), PlainWords.of(e).sentence());
      }
    }
  }

  /** Folders on the list, whether a study is in them now or not. */
  public List<Path> all() {
    try {
      var folders = new ArrayList<Path>();
      if (Files.isRegularFile(file)) {
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank()) {
            folders.add(Path.of(line.strip()));
          }
        }
      }
      return folders;
    } catch (IOException | InvalidPathException unreadable) {
      return List.of();
    }
  }

  /**
   * Takes a study off the list; nothing else happens to it.
   *
   * @throws Problem if the list cannot be written
   */
  public void forget(Path folder) {
    String rest =
        all().stream()
            .filter(p -> !p.equals(folder))
            .map(p -> p + "\n")
            .collect(Collectors.joining());
    WholeFile.write(file, rest);
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
