package org.exemplar.classifier.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.exemplar.problem.Problem;

/** Text files that are either complete or not there. */
public final class AtomicText {
  private AtomicText() {}

  /**
   * Writes UTF-8 beside {@code file} and moves it into place.
   *
   * @throws Problem if the disk is full or the folder cannot be written
   */
  public static void write(Path file, String text) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(part, text);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Problem(
          file + " cannot be written (" + e.getMessage() + "); make room or choose another folder.",
          e);
    }
  }
}
