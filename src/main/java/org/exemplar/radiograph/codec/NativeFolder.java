package org.exemplar.radiograph.codec;

import java.nio.file.Path;

/**
 * Where the native OpenCV libraries are unpacked (about 100 MB, once per version).
 *
 * <p>The composition root names the folder before the first picture is decoded; without that it is
 * {@code natives} under {@code EXEMPLAR_HOME/cache}, and where that is not set either, the
 * library's own default below the user's home.
 */
public final class NativeFolder {
  static final String PROPERTY = "org.bytedeco.javacpp.cachedir";

  private NativeFolder() {}

  /**
   * Names the folder; has no effect once a picture was decoded.
   *
   * @param folder created when needed
   */
  public static void use(Path folder) {
    System.setProperty(PROPERTY, folder.toAbsolutePath().toString());
  }

  static void applyDefaults() {
    String home = System.getenv("EXEMPLAR_HOME");
    if (System.getProperty(PROPERTY) == null && home != null && !home.isBlank()) {
      use(Path.of(home, "cache", "natives"));
    }
    // libtorch shares the process: its memory is not for JavaCPP to police.
    setIfAbsent("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    setIfAbsent("org.bytedeco.javacpp.maxBytes", "0");
    setIfAbsent("org.bytedeco.javacpp.nopointergc", "true");
  }

  private static void setIfAbsent(String key, String value) {
    if (System.getProperty(key) == null) {
      System.setProperty(key, value);
    }
  }
}
