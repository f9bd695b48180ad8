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
 */
public record FileCheck(Path file, Optional<String> broken, Optional<AuditEntry.Head> head) {

  /** Whether nothing is broken. */
  public boolean intact() {
    return broken.isEmpty();
  }

  /** One sentence for the command line. */
  public String sentence() {
    return file
        + broken.map(what -> ": broken, " + what + ".").orElse(": intact")
        + (intact() ? head.map(h -> ", audit head " + h.hash().checkCode() + ".").orElse(".") : "");
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
      return List.of(reading(given));
    }
    StudyLocation location = StudyLocation.of(given);
    List<FileCheck> checks = new ArrayList<>();
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      Verification verification = study.verify();
      checks.add(
          new FileCheck(
              location.database(), verification.broken(), Optional.of(verification.head())));
      if (Files.isRegularFile(location.key())) {
        checks.add(key(study, location.key()));
      }
    } catch (Problem e) {
      checks.add(unreadable(location.database(), e));
    }
    readings(location).forEach(file -> checks.add(reading(file)));
    return checks;
  }

  private static FileCheck key(StudyFile study, Path key) {
    boolean sealed =
        study.seal().map(seal -> seal.keyDigest().equals(Sha256.ofFile(key))).orElse(false);
    Optional<String> broken =
        sealed
            ? Optional.empty()
            : Optional.of("the key is not the one that the study was sealed with");
    return new FileCheck(key, broken, Optional.empty());
  }

  private static FileCheck reading(Path file) {
    try (ReadingFile reading = ReadingFile.openReadOnly(file)) {
      Verification verification = reading.verify();
      return new FileCheck(file, verification.broken(), Optional.of(verification.head()));
    } catch (Problem e) {
      return unreadable(file, e);
    }
  }

  private static FileCheck unreadable(Path file, Problem problem) {
    return new FileCheck(file, Optional.of(String.valueOf(problem.getMessage())), Optional.empty());
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
