package org.exemplar.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A disk in memory of a few megabytes, which can be full; only where mounting is allowed. */
record SmallDisk(Path root) implements AutoCloseable {
  /** Skips the test where no disk can be mounted: on other systems, and without the rights. */
  static SmallDisk mounted(Path root, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(root);
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/bin/mount"))
            && run(
                "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", root.toString()),
        "no disk in memory can be mounted here");
    return new SmallDisk(root);
  }

  /**
   * A volume that shows a folder, so that it can be unmounted under an open file and come back with
   * what was on it. Skips the test as {@link #mounted} does.
   */
  static SmallDisk showing(Path folder, Path root) throws IOException, InterruptedException {
    Files.createDirectories(root);
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/bin/mount")) && bind(folder, root),
        "no volume can be mounted here");
    return new SmallDisk(root);
  }

  /** Unmounts it at once, whoever has files of it open. */
  void takeAway() throws IOException, InterruptedException {
    if (!run("umount", "-l", root.toString())) {
      throw new IOException("cannot unmount " + root);
    }
  }

  /** Mounts the folder again. */
  void bringBack(Path folder) throws IOException, InterruptedException {
    if (!bind(folder, root)) {
      throw new IOException("cannot mount " + root);
    }
  }

  private static boolean bind(Path folder, Path root) throws IOException, InterruptedException {
    return run("mount", "--bind", folder.toString(), root.toString());
  }

  void fill() throws IOException {
    byte[] page = new byte[4096];
    try (OutputStream out = Files.newOutputStream(root.resolve("filling"))) {
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      if (root.toFile().getUsableSpace() > page.length) {
        throw full;
      }
    }
  }

  void clear() throws IOException {
    Files.delete(root.resolve("filling"));
  }

  @Override
  public void close() throws IOException {
    try {
      if (!run("umount", "-l", root.toString())) {
        throw new IOException("cannot unmount " + root);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while unmounting " + root, e);
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }
}
