package org.exemplar.app.fx;

import java.nio.file.Path;
import java.util.Locale;

/** How a file is told to people. */
public final class FileWords {
  private FileWords() {}

  /** The last two folders above a file, e.g. {@code Documents › Reading study}. */
  public static String place(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || folder.getNameCount() == 0) {
      return "/";
    }
    int names = folder.getNameCount();
    String last = folder.getName(names - 1).toString();
    return names == 1 ? last : folder.getName(names - 2) + " › " + last;
  }

  /** A size in words, e.g. {@code 340 MB}. */
  public static String size(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    if (bytes < 1_000_000) {
      return bytes / 1_000 + " kB";
    }
    if (bytes < 10_000_000) {
      return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
    return bytes < 1_000_000_000
        ? bytes / 1_000_000 + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
