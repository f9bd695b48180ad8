package org.exemplar.blinding;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.exemplar.problem.Problem;

/** A study's folder in the making: filled beside its place, then moved into it as a whole. */
final class StudyFolder implements AutoCloseable {
  static final String DATABASE = "study.db";

  private final Path target;
  private final Path workshop;

  private StudyFolder(Path target, Path workshop) {
    this.target = target;
    this.workshop = workshop;
  }

  /**
   * Begins beside {@code target}; what an attempt that was cut off left there is removed.
   *
   * @throws Problem when something is at the target already, or the place cannot be written to
   */
  static StudyFolder beside(Path target) {
    Path place = target.toAbsolutePath().normalize();
    Path parent = place.getParent();
    Path name = place.getFileName();
    if (parent == null || name == null) {
      throw new Problem(target + " cannot be a study: name a folder for it.");
    }
    try {
      if (Files.exists(place) && !isEmptyFolder(place)) {
        throw new Problem(
            target + " exists already: choose another folder for the study, or move it away.");
      }
      Path workshop = parent.resolve("." + name + ".building");
      remove(workshop);
      Files.createDirectories(workshop);
      return new StudyFolder(place, workshop);
    } catch (IOException e) {
      throw new Problem("Cannot write to " + parent + ": check the folder and its permissions.", e);
    }
  }

  /** A file in the folder. */
  Path file(String name) {
    return workshop.resolve(name);
  }

  /** Moves the finished folder into its place. */
  Path finish() {
    try {
      Files.deleteIfExists(target);
      try {
        Files.move(workshop, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(workshop, target);
      }
      return target;
    } catch (IOException e) {
      throw new Problem("Cannot move the finished study to " + target + ": check the folder.", e);
    }
  }

  /** Removes what was not finished. */
  @Override
  public void close() {
    try {
      remove(workshop);
    } catch (IOException e) {
      throw new Problem("Cannot remove the unfinished study " + workshop + ": remove it.", e);
    }
  }

  private static boolean isEmptyFolder(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(place)) {
      return inside.findAny().isEmpty();
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
