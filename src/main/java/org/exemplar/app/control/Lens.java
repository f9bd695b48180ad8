package org.exemplar.app.control;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.exemplar.radiograph.ImagePoint;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.ViewTransform;
import org.exemplar.radiograph.Viewport;
import org.exemplar.radiograph.ViewportRenderer;
import org.jspecify.annotations.Nullable;

/** The magnifier: twice the zoom of the view, at least one to one, in a square at the pointer. */
final class Lens extends Region {
  private static final int SIDE = 280;
  private static final double FACTOR = 2;

  private final DevicePicture picture = new DevicePicture();
  private @Nullable ViewportRenderer renderer;
  private @Nullable ImagePoint place;
  private @Nullable WritableImage image;
  private int[] pixels = new int[0];

  Lens() {
    getStyleClass().add("lens");
    getChildren().add(picture);
    setMouseTransparent(true);
    setVisible(false);
    setManaged(false);
  }

  void film(@Nullable NeutralRadiograph film) {
    renderer = film == null ? null : new ViewportRenderer(film);
  }

  void show(@Nullable ImagePoint at) {
    place = at;
    setVisible(at != null);
  }

  /** Twice as large, but at least one to one. */
  static ViewTransform near(ViewTransform transform) {
    ViewTransform twice = transform.withZoom(FACTOR * transform.zoom());
    ViewTransform whole = transform.oneToOne(new Viewport(SIDE, SIDE));
    return twice.zoom() > whole.zoom() ? twice : whole;
  }

  private static double corner(double middle, int side, double edge, double scale) {
    return (Math.rint(middle * scale - side / 2.0) - edge) / scale;
  }

  void draw(FilmModel model, double scale) {
    ImagePoint at = place;
    FilmState state = model.state();
    ViewportRenderer drawing = renderer;
    if (at == null || state == null || drawing == null) {
      setVisible(false);
      return;
    }
    int side = (int) Math.floor(SIDE * scale);
    ImagePoint under =
        state.transform().toImage(model.area(), new ImagePoint(at.x() * scale, at.y() * scale));
    ViewTransform near = near(state.transform()).centredOn(under);
    if (near.isOneToOne()) {
      near = near.aligned(new Viewport(side, side));
    }
    WritableImage target = image;
    if (target == null || target.getWidth() != side) {
      target = new WritableImage(side, side);
      pixels = new int[side * side];
      image = target;
      picture.setImage(target);
    }
    drawing.render(near, new Viewport(side, side), state.window(), state.inverted(), pixels);
    target
        .getPixelWriter()
        .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
    double edge = Math.ceil(scale);
    picture.lie(new Rectangle2D(0, 0, side, side), edge, edge, scale);
    double box = (side + 2 * edge) / scale;
    resizeRelocate(corner(at.x(), side, edge, scale), corner(at.y(), side, edge, scale), box, box);
    setVisible(true);
  }
}
