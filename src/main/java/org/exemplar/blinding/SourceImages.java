package org.exemplar.blinding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.exemplar.classifier.comparison.ImageRow;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.RadiographFiles;

/** The folder of images that a comparison was made of: finds an image, and makes it neutral. */
final class SourceImages {
  private final Path folder;
  private final RadiographFiles files;

  /**
   * @param folder as given with {@code --images}
   * @param files reads them
   */
  SourceImages(Path folder, RadiographFiles files) {
    this.folder = folder.toAbsolutePath().normalize();
    this.files = files;
  }

  /**
   * The image with nothing left of its source.
   *
   * @throws Problem when the file is not there, is not the one that was compared, or cannot be
   *     shown
   */
  NeutralRadiograph neutral(ImageRow row) {
    Path file = file(row);
    byte[] content = content(file);
    if (!row.sha256().equals(Sha256.of(content).hex())) {
      throw new Problem(
          file
              + " is not the image that was compared (its SHA-256 differs from images.csv): give the"
              + " folder that the comparison was made of, or run the comparison again.");
    }
    return Levelling.level(NeutralRadiograph.of(files.read(file, content)));
  }

  /** Height and width, as a trait to match on. */
  String size(ImageRow row) {
    Radiograph radiograph = files.read(file(row));
    return radiograph.rows() + " × " + radiograph.columns();
  }

  /**
   * Where the image lies.
   *
   * @throws Problem when it is not there
   */
  Path file(ImageRow row) {
    try {
      Path file = folder.resolve(row.path()).normalize();
      if (file.startsWith(folder) && Files.isRegularFile(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new Problem("images.csv names an image by a path that cannot be: " + row.path(), e);
    }
    throw new Problem(
        folder
            + " has no image "
            + row.path()
            + ": give the folder that the comparison was made of with --images.");
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Problem("Cannot read " + file + ": check that it may be read.", e);
    }
  }
}
