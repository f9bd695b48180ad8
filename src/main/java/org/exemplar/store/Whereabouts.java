package org.exemplar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Whether a path still names the file that was opened there.
 *
 * @param path the file
 * @param key names the file within its file system; empty where the system has no such name
 */
record Whereabouts(Path path, Optional<Object> key) {
  static Whereabouts of(Path path) {
    try {
      return new Whereabouts(path, key(path));
    } catch (IOException e) {
      throw StoreProblems.gone(path, e);
    }
  }

  boolean same() {
    try {
      return key(path).equals(key);
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Object> key(Path path) throws IOException {
    return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
  }
}
