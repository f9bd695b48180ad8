package org.exemplar.conduct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.problem.Problem;
import org.exemplar.store.StudyFile;
import org.exemplar.store.Verification;

/** Copies of a study that can be restored: complete, compact and verified. */
public final class Backup {
  private Backup() {}

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
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      study.backUp(target);
    }
    try (StudyFile copy = StudyFile.openReadOnly(target)) {
      Verification verification = copy.verify();
      if (!verification.intact()) {
        Files.delete(target);
        throw new Problem(
            "The backup was not kept because the study is broken: "
                + verification.broken().orElse("")
                + ".");
      }
      return verification;
    } catch (IOException e) {
      throw new Problem("Cannot write " + target + ": check the folder and the space left.", e);
    }
  }
}
