package org.exemplar.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.exemplar.problem.Problem;

/**
 * A file that is complete or as it was before: written beside its place, forced to the disk, then
 * moved into it. Missing folders are made; what an attempt that failed left beside the place is
 * removed.
 */
public final class WholeFile {
  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes to {@code beside}, a path that holds nothing yet. */
    void writeTo(Path beside) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes text as UTF-8.
   *
   * @throws Problem if the file cannot be written
   */
  public static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes bytes.
   *
   * @throws Problem if the file cannot be written
   */
  public static void write(Path file, byte[] bytes) {
    write(file, beside -> Files.write(beside, bytes));
  }

  /**
   * Writes whatever {@code content} writes.
   *
   * @throws Problem if the file cannot be written; a problem that {@code content} throws is passed
   *     on
   */
  public static void write(Path file, Content content) {
    Path place = file.toAbsolutePath();
    Path beside = part(place);
    try {
      Path folder = place.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try {
        content.writeTo(beside);
        settle(beside, place);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw refused(file, e);
    } catch (UncheckedIOException e) {
      throw refused(file, Objects.requireNonNull(e.getCause()));
    }
  }

  /**
   * Forces a finished file to the disk and moves it to its place, over what lies there.
   *
   * @throws IOException if either fails; {@code place} is then as it was
   */
  public static void settle(Path beside, Path place) throws IOException {
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    try {
      Files.move(
          beside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Where a file is written before it is complete: its name with {@code .part} behind it. */
  public static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /** {@code name.csv} and {@code _ids.csv} give {@code name_ids.csv} in the same folder. */
  public static Path beside(Path file, String ending) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
  }

  /** What to tell a user whose file could not be written. */
  public static Problem refused(Path file, IOException why) {
    return new Problem(
        "%s could not be written (%s); check the folder and the free space."
            .formatted(file, reason(why)),
        why);
  }

  private static String reason(IOException why) {
    return switch (why) {
      case AccessDeniedException denied -> "no permission";
      case NoSuchFileException absent -> "no such folder";
      case FileSystemException system ->
          Objects.requireNonNullElse(system.getReason(), "the file system refused");
      default -> Objects.requireNonNullElse(why.getMessage(), "the file system refused");
    };
  }
}
