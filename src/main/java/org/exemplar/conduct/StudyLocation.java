package org.exemplar.conduct;

import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.problem.Problem;

/**
 * Where the parts of a study lie.
 *
 * @param folder the study's folder
 */
public record StudyLocation(Path folder) {
  private static final String DATABASE = "study.db";

  /**
   * Finds a study.
   *
   * @param given its folder, or its {@code study.db}
   * @throws Problem when there is no study
   */
  public static StudyLocation of(Path given) {
    Path place = given.toAbsolutePath().normalize();
    Path parent = place.getParent();
    if (Files.isRegularFile(place) && parent != null && place.endsWith(DATABASE)) {
      return new StudyLocation(parent);
    }
    if (!Files.isRegularFile(place.resolve(DATABASE))) {
      throw new Problem(given + " is not a study: give the folder that holds " + DATABASE + ".");
    }
    return new StudyLocation(place);
  }

  /** The study file. */
  public Path database() {
    return folder.resolve(DATABASE);
  }

  /** Where the key lies unless someone else keeps it. */
  public Path key() {
    return folder.resolve("unblinding-key.json");
  }

  /** Where reading files are put unless another folder is given. */
  public Path readings() {
    return folder.resolve("readings");
  }

  /** Where results are put unless another folder is given. */
  public Path results() {
    return folder.resolve("results");
  }

  /** The file of a reader in a folder. */
  public static Path reading(Path folder, String reader) {
    return folder.resolve(reader + ".reading");
  }
}
