package org.exemplar.radiograph;

import java.nio.file.Path;

/**
 * Reads one family of image files; found by {@link java.util.ServiceLoader}. Stateless and
 * thread-safe. All methods throw {@link org.exemplar.problem.Problem} with one sentence naming the
 * file when it cannot be used.
 */
public interface RadiographReader {
  /**
   * Whether this reader is the one to try.
   *
   * @param file its name may decide, it is not opened
   * @param head the first bytes of the file, at most 1024, fewer when it is shorter
   */
  boolean canRead(Path file, byte[] head);

  /**
   * @param file names the image in sentences
   * @param content the whole file
   */
  Radiograph read(Path file, byte[] content);

  /**
   * The picture as a network takes it.
   *
   * @param file names the image in sentences
   * @param content the whole file
   */
  default Gray8 gray8(Path file, byte[] content) {
    return GrayscaleRendering.of(read(file, content)).gray8();
  }

  /**
   * The same resized as {@link BilinearResize} does; a reader may do both in one step.
   *
   * @param rows new height, at least 1
   * @param columns new width, at least 1
   */
  default Gray8 gray8(Path file, byte[] content, int rows, int columns) {
    return BilinearResize.to(gray8(file, content), rows, columns);
  }

  /**
   * What the file is, from all of its frames.
   *
   * @param file names the image in sentences
   * @param content the whole file
   * @param digest a fresh one for the stored values
   */
  ImageInspection inspect(Path file, byte[] content, StoredDigest digest);
}
