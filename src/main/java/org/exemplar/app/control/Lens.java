package org.exemplar.app.control;

import javafx.scene.image.ImageView;
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

  private final ImageView picture = new ImageView();
  private @Nullable ViewportRenderer renderer;
  private @Nullable ImagePoint place;
  private @Nullable WritableImage image;
  private int[] pixels = new int[0];

  Lens() {
    getStyleClass().add("lens");
    picture.setSmooth(false);
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
    ViewTransform near =
        state.transform().withZoom(Math.max(1, FACTOR * state.transform().zoom())).centredOn(under);
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
    picture.setFitWidth(side / scale);
    picture.setFitHeight(side / scale);
    picture.relocate(1, 1);
    double box = side / scale + 2;
    resizeRelocate(snapPositionX(at.x() - box / 2), snapPositionY(at.y() - box / 2), box, box);
    setVisible(true);
  }
}
