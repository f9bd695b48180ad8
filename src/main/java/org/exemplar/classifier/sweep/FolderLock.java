package org.exemplar.classifier.sweep;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.exemplar.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Holds a comparison's folder, so that two comparisons never write into one. The lock is the
 * system's and goes with the process; its file stays, because removing it would race.
 */
final class FolderLock implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the folder, making it if need be.
   *
   * @throws Problem if another comparison holds it, or it cannot be written
   */
  static FolderLock take(Path folder) {
    Path file = folder.resolve(".lock");
    try {
      Files.createDirectories(folder.resolve("predictions"));
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new Problem(
            "Another comparison is writing into "
                + folder
                + "; wait for it, or give another --out.");
      }
      return new FolderLock(file, channel);
    } catch (IOException e) {
      throw new Problem(
          "The folder "
              + folder
              + " cannot be written ("
              + e.getMessage()
              + "); choose another --out.",
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new Problem("The lock " + file + " cannot be released.", e);
    }
  }
}
