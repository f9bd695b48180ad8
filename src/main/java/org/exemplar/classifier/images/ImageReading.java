package org.exemplar.classifier.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.RadiographFiles;
import org.jspecify.annotations.Nullable;

/** Reads, decodes and resizes one image at a time into a store. As thread-safe as the store. */
public final class ImageReading {
  private final RadiographFiles radiographs;
  private final PictureStore store;
  private final int size;

  /**
   * A reader into a store.
   *
   * @param size side of the store's pictures
   */
  public ImageReading(RadiographFiles radiographs, PictureStore store, int size) {
    this.radiographs = radiographs;
    this.store = store;
    this.size = size;
  }

  /**
   * What became of one image.
   *
   * @param sha256 of its file; null where it cannot be used
   * @param slot of its picture; negative where it cannot be used
   * @param reason why not, for people; otherwise empty
   */
  public record Looked(@Nullable Sha256 sha256, int slot, String reason) {}

  /** Looks at one image file. What is wrong with the file is told in the result. */
  public Looked look(Path file) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      return new Looked(null, -1, "cannot be read: " + e.getClass().getSimpleName());
    }
    Sha256 sha256 = Sha256.of(content);
    Integer slot = store.find(sha256);
    if (slot != null) {
      return new Looked(sha256, slot, "");
    }
    Gray8 gray;
    try {
      gray = radiographs.gray8(file, content, size, size);
    } catch (Problem e) {
      return new Looked(null, -1, String.valueOf(e.getMessage()));
    }
    return new Looked(sha256, store.add(sha256, gray), "");
  }
}
