package org.exemplar.radiograph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import org.exemplar.problem.Problem;

/**
 * Radiographs from files of any known format. Thread-safe; hold one for the whole run.
 *
 * <p>Every method throws {@link Problem} with one sentence naming the file when it is missing,
 * unreadable, damaged, or of no known format.
 */
public final class RadiographFiles {
  private static final int HEAD = 1024;
  private static final long LARGEST = 1L << 30;
  private final List<RadiographReader> readers;

  private RadiographFiles(List<RadiographReader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** With every reader on the class path. */
  public static RadiographFiles installed() {
    return new RadiographFiles(
        ServiceLoader.load(RadiographReader.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /** With these readers, tried in this order. */
  public static RadiographFiles with(List<RadiographReader> readers) {
    return new RadiographFiles(readers);
  }

  /** Whether some reader takes the file for its own, by its first bytes; false when unreadable. */
  public boolean recognises(Path file) {
    try (InputStream input = Files.newInputStream(file)) {
      byte[] head = input.readNBytes(HEAD);
      return readers.stream().anyMatch(reader -> reader.canRead(file, head));
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** The radiograph, stored values and all. */
  public Radiograph read(Path file) {
    return read(file, content(file));
  }

  /**
   * The radiograph from bytes already in memory.
   *
   * @param file names the image in sentences
   */
  public Radiograph read(Path file, byte[] content) {
    return reader(file, content).read(file, content);
  }

  /** The picture as the paper's loader makes it: 8-bit gray, not yet resized. */
  public Gray8 gray8(Path file) {
    return gray8(file, content(file));
  }

  /**
   * The same from bytes already in memory, so that a caller who needs the file's digest reads it
   * once.
   *
   * @param file names the image in sentences
   */
  public Gray8 gray8(Path file, byte[] content) {
    return reader(file, content).gray8(file, content);
  }

  /** The same from bytes in memory, resized as {@link BilinearResize} does. */
  public Gray8 gray8(Path file, byte[] content, int rows, int columns) {
    return reader(file, content).gray8(file, content, rows, columns);
  }

  /**
   * What the file is.
   *
   * @param digest a fresh SHA-256 for the stored values
   */
  public ImageInspection inspect(Path file, StoredDigest digest) {
    byte[] content = content(file);
    return reader(file, content).inspect(file, content, digest);
  }

  private RadiographReader reader(Path file, byte[] content) {
    if (content.length == 0) {
      throw new Problem(file + " is empty: copy the image again from where it came from.");
    }
    byte[] head = Arrays.copyOf(content, Math.min(HEAD, content.length));
    for (RadiographReader reader : readers) {
      if (reader.canRead(file, head)) {
        return reader;
      }
    }
    throw new Problem(file + " is not an image this program reads: give DICOM, PNG or JPEG.");
  }

  private static byte[] content(Path file) {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new Problem(file + " is larger than 1 GiB: no radiograph is, check the file.");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new Problem(file + " does not exist: check the path.", missing);
    } catch (IOException unreadable) {
      throw new Problem(
          file + " cannot be read (" + unreadable.getMessage() + "): check its permissions.",
          unreadable);
    }
  }
}
