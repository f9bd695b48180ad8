package org.exemplar.radiograph;

/**
 * How a radiograph lies in a viewport: first mirrored, then turned, then magnified, with a place of
 * the image in the middle of the viewport.
 *
 * @param zoom device pixels per image column, above 0; rows are magnified by the aspect of the
 *     pixels besides
 * @param centre the place of the image that is in the middle of the viewport
 * @param aspect height of an image pixel over its width, above 0
 * @param quarterTurns clockwise turns by 90°, 0 to 3
 * @param flipped whether left and right are exchanged, before turning
 */
public record ViewTransform(
    double zoom, ImagePoint centre, double aspect, int quarterTurns, boolean flipped) {
  private static final double SMALLEST = 1e-3;
  private static final double LARGEST = 64;
  private static final double SAME = 1e-9;

  public ViewTransform {
    if (!(zoom > 0) || !(aspect > 0) || quarterTurns < 0 || quarterTurns > 3) {
      throw new IllegalArgumentException("no view: zoom " + zoom + ", aspect " + aspect);
    }
  }

  /** The whole radiograph as large as the viewport allows, as acquired. */
  public static ViewTransform fit(NeutralRadiograph radiograph, Viewport viewport) {
    ImagePoint middle = new ImagePoint(radiograph.columns() / 2.0, radiograph.rows() / 2.0);
    return new ViewTransform(1, middle, radiograph.aspect(), 0, false).fitted(radiograph, viewport);
  }

  /** The whole radiograph as large as the viewport allows, turned and mirrored as it is now. */
  public ViewTransform fitted(NeutralRadiograph radiograph, Viewport viewport) {
    double tall = radiograph.rows() * aspect;
    double wide = radiograph.columns();
    boolean lying = quarterTurns % 2 == 1;
    double fitting =
        Math.min(
            viewport.width() / (lying ? tall : wide), viewport.height() / (lying ? wide : tall));
    ImagePoint middle = new ImagePoint(wide / 2, radiograph.rows() / 2.0);
    return new ViewTransform(fitting, middle, aspect, quarterTurns, flipped);
  }

  /** Magnified so, with the same place in the middle. */
  public ViewTransform withZoom(double newZoom) {
    double within = Math.clamp(newZoom, SMALLEST, LARGEST);
    return new ViewTransform(within, centre, aspect, quarterTurns, flipped);
  }

  /**
   * One image pixel on one device pixel, with nearly the same place in the middle. Where pixels are
   * not square, this holds along their shorter side, so that no row or column is lost.
   */
  public ViewTransform oneToOne(Viewport viewport) {
    return withZoom(oneToOneZoom()).aligned(viewport);
  }

  /** Whether an image pixel is one device pixel large. */
  public boolean isOneToOne() {
    return Math.abs(zoom / oneToOneZoom() - 1) < SAME;
  }

  /** Whether an image pixel is larger than a device pixel. */
  public boolean isPastOneToOne() {
    return zoom / oneToOneZoom() > 1 + SAME;
  }

  private double oneToOneZoom() {
    return aspect < 1 ? 1 / aspect : 1;
  }

  /**
   * Moved by less than a device pixel, so that the corner of the image lies on a corner of a device
   * pixel: at one to one, no image pixel is then shared between two.
   */
  public ViewTransform aligned(Viewport viewport) {
    ImagePoint corner = toViewport(viewport, new ImagePoint(0, 0));
    return dragged(Math.rint(corner.x()) - corner.x(), Math.rint(corner.y()) - corner.y());
  }

  /**
   * Magnified by a factor, with the place under the cursor staying under it.
   *
   * @param cursor in device pixels of the viewport
   */
  public ViewTransform zoomedAt(Viewport viewport, ImagePoint cursor, double factor) {
    ImagePoint held = toImage(viewport, cursor);
    ViewTransform zoomed = withZoom(zoom * factor);
    ImagePoint moved = zoomed.toImage(viewport, cursor);
    return zoomed.centredOn(
        new ImagePoint(centre.x() + held.x() - moved.x(), centre.y() + held.y() - moved.y()));
  }

  /** Dragged by device pixels: what lay under the cursor follows it. */
  public ViewTransform dragged(double across, double down) {
    ImagePoint by = vectorToImage(across, down);
    return centredOn(new ImagePoint(centre.x() - by.x(), centre.y() - by.y()));
  }

  /** With another place in the middle. */
  public ViewTransform centredOn(ImagePoint newCentre) {
    return new ViewTransform(zoom, newCentre, aspect, quarterTurns, flipped);
  }

  /** Turned clockwise by quarter turns; negative ones are anticlockwise. */
  public ViewTransform turned(int turns) {
    return new ViewTransform(zoom, centre, aspect, Math.floorMod(quarterTurns + turns, 4), flipped);
  }

  /** With left and right of the screen exchanged. */
  public ViewTransform mirrored() {
    return new ViewTransform(zoom, centre, aspect, Math.floorMod(-quarterTurns, 4), !flipped);
  }

  /** Whether it is neither turned nor mirrored. */
  public boolean upright() {
    return quarterTurns == 0 && !flipped;
  }

  /** The place of the image under a place of the viewport; may lie outside the image. */
  public ImagePoint toImage(Viewport viewport, ImagePoint place) {
    ImagePoint by =
        vectorToImage(place.x() - viewport.width() / 2.0, place.y() - viewport.height() / 2.0);
    return new ImagePoint(centre.x() + by.x(), centre.y() + by.y());
  }

  /** The place of the viewport where a place of the image is shown; may lie outside. */
  public ImagePoint toViewport(Viewport viewport, ImagePoint place) {
    double x = (place.x() - centre.x()) * zoom * (flipped ? -1 : 1);
    double y = (place.y() - centre.y()) * zoom * aspect;
    double middleX = viewport.width() / 2.0;
    double middleY = viewport.height() / 2.0;
    return switch (quarterTurns) {
      case 0 -> new ImagePoint(middleX + x, middleY + y);
      case 1 -> new ImagePoint(middleX - y, middleY + x);
      case 2 -> new ImagePoint(middleX - x, middleY - y);
      default -> new ImagePoint(middleX + y, middleY - x);
    };
  }

  private ImagePoint vectorToImage(double across, double down) {
    double x =
        switch (quarterTurns) {
          case 0 -> across;
          case 1 -> down;
          case 2 -> -across;
          default -> -down;
        };
    double y =
        switch (quarterTurns) {
          case 0 -> down;
          case 1 -> -across;
          case 2 -> -down;
          default -> across;
        };
    return new ImagePoint((flipped ? -x : x) / zoom, y / (zoom * aspect));
  }
}
