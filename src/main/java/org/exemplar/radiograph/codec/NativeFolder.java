package org.exemplar.radiograph.codec;

import java.nio.file.Path;

/**
 * Where OpenCV's native library is unpacked (65 MB, once per version).
 *
 * <p>The composition root names the folder before the first picture is decoded. Without that it is
 * {@code cache/natives} under {@code EXEMPLAR_HOME}, and where that is not set either, {@code
 * exemplar-natives} in the system's folder for temporary files.
 */
public final class NativeFolder {
  /** The system property that names the folder. */
  public static final String PROPERTY = "exemplar.natives";

  private NativeFolder() {}

  /**
   * Names the folder; has no effect once a picture was decoded.
   *
   * @param folder created when needed
   */
  public static void use(Path folder) {
    System.setProperty(PROPERTY, folder.toAbsolutePath().toString());
  }

  static Path current() {
    String named = System.getProperty(PROPERTY);
    if (named != null) {
      return Path.of(named);
    }
    String home = System.getenv("EXEMPLAR_HOME");
    return home == null || home.isBlank()
        ? Path.of(System.getProperty("java.io.tmpdir"), "exemplar-natives")
        : Path.of(home, "cache", "natives");
  }
}
