package org.exemplar.conduct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exemplar.audit.AuditEntry;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.StudyFile;
import org.exemplar.store.Verification;

/**
 * Whether a file of a study is complete and unchanged, as {@code study verify} says it.
 *
 * @param file what was checked
 * @param broken the first thing found broken, one plain clause; empty when intact
 * @param head the end of its audit trail; empty for a key
 * @param note how a reading file and the study that it lies in differ, one plain sentence; empty
 *     when they do not. Entries that only the file has are either not merged yet, or were taken out
 *     of the study afterwards: the file's signed trail proves them either way
 */
public record FileCheck(
    Path file, Optional<String> broken, Optional<AuditEntry.Head> head, Optional<String> note) {

  /** Whether nothing is broken. */
  public boolean intact() {
    return broken.isEmpty();
  }

  /** One sentence for the command line. */
  public String sentence() {
    return file
        + broken.map(what -> ": broken, " + what + ".").orElse(": intact")
        + (intact() ? head.map(h -> ", audit head " + h.hash().checkCode() + ".").orElse(".") : "")
        + note.map(words -> " " + words).orElse("");
  }

  /**
   * Checks a reading file, or a study with its key (by its digest, unopened) and the reading files
   * in its own folder.
   *
   * @param given a {@code .reading} file, a study's folder or its {@code study.db}
   * @return what was given first
   * @throws Problem when it is neither
   */
  public static List<FileCheck> of(Path given) {
    if (given.toString().endsWith(".reading")) {
      return List.of(reading(given, Optional.empty()));
    }
    StudyLocation location = StudyLocation.of(given);
    List<FileCheck> checks = new ArrayList<>();
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      Verification verification = study.verify();
      checks.add(
          new FileCheck(
              location.database(),
              verification.broken(),
              Optional.of(verification.head()),
              Optional.empty()));
      if (Files.isRegularFile(location.key())) {
        checks.add(key(study, location.key()));
      }
      for (Path file : readings(location)) {
        checks.add(reading(file, Optional.of(study)));
      }
    } catch (Problem e) {
      checks.add(unreadable(location.database(), e));
    }
    return checks;
  }

  private static FileCheck key(StudyFile study, Path key) {
    boolean sealed =
        study.seal().map(seal -> seal.keyDigest().equals(Sha256.ofFile(key))).orElse(false);
    Optional<String> broken =
        sealed
            ? Optional.empty()
            : Optional.of("the key is not the one that the study was sealed with");
    return new FileCheck(key, broken, Optional.empty(), Optional.empty());
  }

  private static FileCheck reading(Path file, Optional<StudyFile> study) {
    try (ReadingFile reading = ReadingFile.openReadOnly(file)) {
      Verification verification = reading.verify();
      return new FileCheck(
          file,
          verification.broken(),
          Optional.of(verification.head()),
          study.flatMap(known -> difference(known, reading)));
    } catch (Problem e) {
      return unreadable(file, e);
    }
  }

  private static Optional<String> difference(StudyFile study, ReadingFile reading) {
    String id = reading.summary().readingId();
    if (study.issued().stream().noneMatch(issued -> issued.readingId().equals(id))) {
      return Optional.of("It was not handed out by this study.");
    }
    List<AuditEntry> known = study.readerAudit(id);
    List<AuditEntry> file = reading.audit();
    int common = Math.min(known.size(), file.size());
    if (!known.subList(0, common).equals(file.subList(0, common))) {
      return Optional.of("It went another way than the copy that was merged.");
    }
    int more = file.size() - known.size();
    return more > 0
        ? Optional.of("The study lacks " + more + " of its audit entries: merge it.")
        : Optional.empty();
  }

  private static FileCheck unreadable(Path file, Problem problem) {
    return new FileCheck(
        file,
        Optional.of(String.valueOf(problem.getMessage())),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Path> readings(StudyLocation location) {
    if (!Files.isDirectory(location.readings())) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(location.readings())) {
      return inside.filter(path -> path.toString().endsWith(".reading")).sorted().toList();
    } catch (IOException e) {
      throw new Problem("Cannot list " + location.readings() + ": check its permissions.", e);
    }
  }
}
