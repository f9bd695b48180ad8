package org.exemplar.app.explorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.exemplar.classifier.comparison.ComparisonFolder;
import org.exemplar.crypto.Sha256;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;

/**
 * Where the films of comparisons lie on this computer. A comparison holds no films and no absolute
 * path; where they were found is remembered in the application's own data, one small file each.
 */
public final class ImageFolders {
  private final Path memory;

  /**
   * @param memory a folder of the application's data, made when needed
   */
  public ImageFolders(Path memory) {
    this.memory = memory;
  }

  /**
   * Where the films lie: as remembered, or in {@code images} in or beside the comparison, or in
   * {@code films/images} beside it, where a demonstration has them.
   */
  public Optional<Path> of(ComparisonFolder comparison) {
    TreeMap<Integer, Path> candidates = new TreeMap<>();
    remembered(comparison.path()).ifPresent(path -> candidates.put(0, path));
    Path place = comparison.path().toAbsolutePath().normalize();
    candidates.put(1, place.resolve("images"));
    Path parent = place.getParent();
    if (parent != null) {
      candidates.put(2, parent.resolve("images"));
      candidates.put(3, parent.resolve("films").resolve("images"));
    }
    return candidates.values().stream().filter(path -> holds(path, comparison)).findFirst();
  }

  /** The same by the comparison's folder; empty also where there is no comparison. */
  public Optional<Path> of(Path comparison) {
    try {
      return of(ComparisonFolder.open(comparison));
    } catch (Problem none) {
      return Optional.empty();
    }
  }

  /** Whether a folder holds the first film of a comparison. */
  public static boolean holds(Path folder, ComparisonFolder comparison) {
    return comparison.images().size() > 0
        && Files.isRegularFile(folder.resolve(comparison.images().row(0).path()));
  }

  /**
   * Remembers where the films of a comparison lie.
   *
   * @throws Problem if it cannot be written down
   */
  public void remember(Path comparison, Path images) {
    WholeFile.write(file(comparison), images.toAbsolutePath().normalize().toString());
  }

  private Optional<Path> remembered(Path comparison) {
    try {
      Path file = file(comparison);
      return Files.isRegularFile(file)
          ? Optional.of(Path.of(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException | InvalidPathException unreadable) {
      return Optional.empty();
    }
  }

  private Path file(Path comparison) {
    String name = comparison.toAbsolutePath().normalize().toString();
    return memory.resolve(Sha256.ofText(name).hex().substring(0, 24) + ".txt");
  }
}
