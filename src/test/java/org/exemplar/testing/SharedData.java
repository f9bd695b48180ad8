package org.exemplar.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the reference data that lies beside a checkout ({@code ../shared/data}); tests that use it
 * skip where it is absent.
 */
public final class SharedData {
  private SharedData() {}

  /** Whether the folder is there. */
  public static boolean present() {
    return Files.isDirectory(root());
  }

  /**
   * The file or folder at {@code relative}; the calling test is skipped, saying so, where the
   * reference data is absent.
   *
   * @param relative path below {@code shared/data}, with {@code /}
   */
  public static Path file(String relative) {
    Path path = root().resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "skipped: reference data " + path + " is not on this machine");
    return path;
  }

  private static Path root() {
    String named = System.getenv("EXEMPLAR_SHARED_DATA");
    if (named != null) {
      return Path.of(named);
    }
    for (String candidate : new String[] {"../shared/data", "../../shared/data"}) {
      Path path = Path.of(candidate).toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        return path;
      }
    }
    return Path.of("../shared/data").toAbsolutePath().normalize();
  }
}
