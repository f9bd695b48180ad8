package org.exemplar.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.exemplar.problem.Problem;

/** Files that are complete or not there: written beside their place and moved into it. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes text as UTF-8; missing folders are made.
   *
   * @throws Problem if the file cannot be written
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes; missing folders are made.
   *
   * @throws Problem if the file cannot be written
   */
  public static void write(Path file, byte[] bytes) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Problem(file + " could not be written; check the folder and the free space.", e);
    }
  }

  /** {@code name.csv} and {@code _ids.csv} give {@code name_ids.csv} beside it. */
  static Path beside(Path file, String ending) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
  }
}
