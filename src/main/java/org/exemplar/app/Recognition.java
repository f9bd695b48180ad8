package org.exemplar.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.exemplar.app.desk.Thing;

/** Finds out what a dropped file or folder is by looking into it; its name decides last. */
final class Recognition {
  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] DICM = {'D', 'I', 'C', 'M'};
  private static final int HEAD = 512;
  private static final int FIRST_FILES = 200;

  private Recognition() {}

  /** What this path is; {@link Thing#UNKNOWN} also when it cannot be read. */
  static Thing of(Path path) {
    try {
      return Files.isDirectory(path) ? folder(path) : file(path);
    } catch (IOException e) {
      return Thing.UNKNOWN;
    }
  }

  /** The path that a desk opens: the study's folder when its database was meant. */
  static Path opened(Path path, Thing thing) {
    boolean inside = thing == Thing.STUDY || thing == Thing.COMPARISON;
    Path parent = path.toAbsolutePath().getParent();
    return inside && Files.isRegularFile(path) && parent != null ? parent : path;
  }

  private static Thing folder(Path folder) throws IOException {
    if (Files.isRegularFile(folder.resolve("study.db"))) {
      return Thing.STUDY;
    }
    if (isManifest(folder.resolve("manifest.json"))) {
      return Thing.COMPARISON;
    }
    if (isResults(folder.resolve("results.json"))) {
      return Thing.RESULTS;
    }
    try (Stream<Path> files = Files.walk(folder, 3)) {
      boolean checkpoint = false;
      for (Path file : files.filter(Files::isRegularFile).limit(FIRST_FILES).toList()) {
        Thing thing = file(file);
        if (thing == Thing.IMAGES) {
          return thing;
        }
        checkpoint |= thing == Thing.CHECKPOINT;
      }
      return checkpoint ? Thing.CHECKPOINT : Thing.UNKNOWN;
    }
  }

  private static Thing file(Path file) throws IOException {
    byte[] head = head(file);
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (starts(head, 0, SQLITE)) {
      return name.endsWith(".reading") ? Thing.READING_FILE : Thing.STUDY;
    }
    if (starts(head, 0, PNG) || starts(head, 0, JPEG) || starts(head, 128, DICM)) {
      return Thing.IMAGES;
    }
    if (name.equals("manifest.json") && isManifest(file)) {
      return Thing.COMPARISON;
    }
    if (name.equals("results.json") && isResults(file)) {
      return Thing.RESULTS;
    }
    boolean weights = name.endsWith(".pt") || name.endsWith(".pth") || name.endsWith(".tar");
    if (weights && (starts(head, 0, ZIP) || (head.length > 1 && head[0] == (byte) 0x80))) {
      return Thing.CHECKPOINT;
    }
    return name.endsWith(".csv") ? Thing.TABLE : Thing.UNKNOWN;
  }

  private static boolean isResults(Path file) throws IOException {
    return Files.isRegularFile(file)
        && new String(head(file), StandardCharsets.UTF_8).contains("exemplar-results/");
  }

  private static boolean isManifest(Path file) throws IOException {
    return Files.isRegularFile(file)
        && new String(head(file), StandardCharsets.UTF_8).contains("exemplar-comparison/");
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static boolean starts(byte[] bytes, int at, byte[] magic) {
    return bytes.length >= at + magic.length
        && Arrays.equals(bytes, at, at + magic.length, magic, 0, magic.length);
  }
}
