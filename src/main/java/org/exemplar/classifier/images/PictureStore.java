package org.exemplar.classifier.images;

import org.exemplar.crypto.Sha256;
import org.exemplar.radiograph.Gray8;
import org.jspecify.annotations.Nullable;

/** Keeps decoded pictures of one size by the content of their source files. Thread-safe. */
public interface PictureStore {
  /**
   * The slot of a source file's picture.
   *
   * @return null when it has to be made
   */
  @Nullable Integer find(Sha256 source);

  /**
   * Keeps a picture.
   *
   * @return its slot, from 0
   */
  int add(Sha256 source, Gray8 picture);
}
