package org.exemplar.conduct;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.exemplar.files.WholeFile;
import org.exemplar.problem.Problem;
import org.exemplar.store.StudyFile;
import org.exemplar.store.Verification;

/**
 * Copies of a study that can be restored: complete, compact and verified. They hold {@code
 * study.db} alone: key and reading files are kept elsewhere by whoever keeps them.
 */
public final class Backup {
  private static final String PREFIX = "study-";
  private static final String ENDING = ".backup.db";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Backup() {}

  /**
   * A backup in the study's own folder of backups.
   *
   * @param file where it lies
   * @param at when it was made
   * @param bytes its size
   */
  public record Kept(Path file, Instant at, long bytes) {}

  /** The study's own folder of backups. */
  public static Path folder(StudyLocation location) {
    return location.folder().resolve("backups");
  }

  /** A new file in the study's own folder of backups, named by the time. */
  public static Path proposed(StudyLocation location, Instant now) {
    return folder(location).resolve(PREFIX + NAME.format(now) + ENDING);
  }

  /** Backups in the study's own folder, the newest first. */
  public static List<Kept> list(StudyLocation location) {
    Path folder = folder(location);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside
          .filter(path -> path.toString().endsWith(ENDING))
          .map(Backup::kept)
          .sorted(Comparator.comparing(Kept::at).reversed())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw new Problem("Cannot list " + folder + ": check its permissions.", e);
    }
  }

  private static Kept kept(Path file) {
    try {
      return new Kept(file, Files.getLastModifiedTime(file).toInstant(), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a copy of the study file, and verifies the copy.
   *
   * @param target a new file
   * @throws Problem when the target exists or cannot be written, or the copy does not verify
   */
  public static Verification write(StudyLocation location, Path target) {
    if (Files.exists(target)) {
      throw new Problem(target + " exists already: choose another name for the backup.");
    }
    try {
      Path parent = target.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Path beside = WholeFile.part(target);
      Files.deleteIfExists(beside);
      try (StudyFile study = StudyFile.openReadOnly(location.database())) {
        study.backUp(beside);
      }
      try {
        Verification verification = verify(beside);
        if (!verification.intact()) {
          throw new Problem(
              "The backup was not kept because the study is broken: "
                  + verification.broken().orElse("")
                  + ".");
        }
        WholeFile.settle(beside, target);
        return verification;
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new Problem("Cannot write " + target + ": check the folder and the space left.", e);
    }
  }

  /**
   * Checks a backup from end to end; changes nothing.
   *
   * @throws Problem when it is no study
   */
  public static Verification verify(Path backup) {
    try (StudyFile copy = StudyFile.openReadOnly(backup)) {
      return copy.verify();
    }
  }

  /**
   * Restores a backup, into a new folder or in place of the study there, whose {@code study.db} is
   * then kept beside it.
   *
   * @param out the study's folder
   * @param now names what was replaced
   * @return where the replaced file is kept; empty for a new folder
   * @throws Problem when the backup is not intact or of another study than the one in the folder,
   *     or nothing can be written there; the folder is as it was then
   */
  public static Optional<Path> restore(Path backup, Path out, Instant now) {
    Verification verification = verify(backup);
    if (!verification.intact()) {
      throw new Problem(
          backup + " is broken (" + verification.broken().orElse("") + "): use another backup.");
    }
    Path place = new StudyLocation(out).database();
    if (!Files.exists(place) && Files.isDirectory(out) && !empty(out)) {
      throw new Problem(
          out + " holds other files and no study: choose a new folder or the study's.");
    }
    if (Files.exists(place)) {
      requireSame(backup, place);
    }
    try {
      Files.createDirectories(out);
      Path beside = WholeFile.part(place);
      Files.copy(backup, beside, StandardCopyOption.REPLACE_EXISTING);
      Optional<Path> replaced = Optional.empty();
      if (Files.exists(place)) {
        replaced = Optional.of(out.resolve("study.replaced-" + NAME.format(now) + ".db"));
        moveAway(place, replaced.get());
      }
      WholeFile.settle(beside, place);
      return replaced;
    } catch (IOException e) {
      throw new Problem("Cannot write " + place + ": check the folder and the space left.", e);
    }
  }

  private static boolean empty(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw new Problem("Cannot list " + folder + ": check its permissions.", e);
    }
  }

  /** A study whose own file cannot be read any more is taken for the right one. */
  private static void requireSame(Path backup, Path place) {
    Optional<String> there = studyId(place);
    if (there.isPresent() && !there.equals(studyId(backup))) {
      throw new Problem(place + " is another study than the backup: choose another folder.");
    }
  }

  private static Optional<String> studyId(Path file) {
    try (StudyFile study = StudyFile.openReadOnly(file)) {
      return Optional.of(study.identity().studyId());
    } catch (Problem unreadable) {
      return Optional.empty();
    }
  }

  /** Moves a study file away, with what SQLite left beside it. */
  private static void moveAway(Path place, Path to) throws IOException {
    for (String ending : List.of("-wal", "-shm", "")) {
      Path part = place.resolveSibling(place.getFileName() + ending);
      if (Files.exists(part)) {
        Files.move(part, to.resolveSibling(to.getFileName() + ending));
      }
    }
  }
}
