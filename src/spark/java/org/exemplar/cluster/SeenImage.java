package org.exemplar.cluster;

import java.io.Serializable;
import org.exemplar.classifier.images.ImageReading.Looked;
import org.exemplar.crypto.Sha256;
import org.jspecify.annotations.Nullable;

/** What became of one image, with its picture, in a form that travels. */
final class SeenImage implements Serializable {
  private static final long serialVersionUID = 1L;

  private final @Nullable String sha256;
  private final String reason;
  private final byte[] picture;

  private SeenImage(@Nullable String sha256, String reason, byte[] picture) {
    this.sha256 = sha256;
    this.reason = reason;
    this.picture = picture;
  }

  /**
   * An image that was looked at.
   *
   * @param picture empty where it cannot be used
   */
  static SeenImage of(Looked looked, byte[] picture) {
    Sha256 digest = looked.sha256();
    return new SeenImage(digest == null ? null : digest.hex(), looked.reason(), picture);
  }

  boolean usable() {
    return sha256 != null;
  }

  /** One byte per pixel, row by row; empty where it cannot be used. */
  byte[] picture() {
    return picture;
  }

  /** What the driver wants to know. */
  SeenImage withoutPicture() {
    return new SeenImage(sha256, reason, new byte[0]);
  }

  /** As the engine's own classes know it. */
  Looked looked() {
    return sha256 == null
        ? new Looked(null, -1, reason)
        : new Looked(Sha256.parse(sha256), 0, reason);
  }
}
