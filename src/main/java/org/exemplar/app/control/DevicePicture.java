package org.exemplar.app.control;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.transform.Scale;

/**
 * A picture each of whose pixels is one device pixel. What the display's scaling enlarges is made
 * smaller by the same factor, so that the two leave nothing to interpolate; a picture that is
 * merely fitted into a fraction of its size comes out blurred by rounding.
 */
public final class DevicePicture extends ImageView {
  private final Scale shrink = new Scale(1, 1);

  /** Shows nothing yet. */
  public DevicePicture() {
    setSmooth(false);
    setMouseTransparent(true);
    setManaged(false);
    getTransforms().add(shrink);
  }

  /**
   * Shows a part of the picture.
   *
   * @param part in pixels of the picture
   * @param left device pixels from the left edge of the parent, whole
   * @param top device pixels from its upper edge, whole
   * @param scale device pixels per px
   */
  public void lie(Rectangle2D part, double left, double top, double scale) {
    setViewport(part);
    shrink.setX(1 / scale);
    shrink.setY(1 / scale);
    setLayoutX(left / scale);
    setLayoutY(top / scale);
  }
}
