package org.exemplar.app.explorer.looking;

import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** A film with a coarse map laid over it, smoothly enlarged. */
final class MapView extends Region {
  private static final int SIDE = 112;

  private final Canvas canvas = new Canvas();
  private @Nullable Image film;
  private @Nullable Image overlay;

  /** Values of a map: positive ones in one colour, negative ones in another. */
  interface Values {
    /** A cell's value in −1…1. */
    double at(int row, int column);
  }

  /**
   * How values become colours.
   *
   * @param more colour of positive values
   * @param less colour of negative ones; transparent leaves them out
   * @param strength opacity of ±1
   */
  record Colours(Color more, Color less, double strength) {}

  MapView() {
    getStyleClass().add("map-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    getChildren().add(canvas);
  }

  void film(@Nullable Image picture) {
    film = picture;
    requestLayout();
  }

  /** Lays a map over the film. */
  void map(int cells, Values values, Colours colours) {
    int[] argb = new int[SIDE * SIDE];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double value = Math.clamp(between(cells, values, y, x), -1, 1);
        Color colour = value >= 0 ? colours.more : colours.less;
        double alpha = Math.abs(value) * colours.strength * colour.getOpacity();
        argb[y * SIDE + x] = argb(colour, alpha);
      }
    }
    WritableImage image = new WritableImage(SIDE, SIDE);
    image
        .getPixelWriter()
        .setPixels(0, 0, SIDE, SIDE, PixelFormat.getIntArgbInstance(), argb, 0, SIDE);
    overlay = image;
    requestLayout();
  }

  /** Takes the map away. */
  void noMap() {
    overlay = null;
    requestLayout();
  }

  private static int argb(Color colour, double alpha) {
    return (int) Math.round(alpha * 255) << 24
        | (int) Math.round(colour.getRed() * 255) << 16
        | (int) Math.round(colour.getGreen() * 255) << 8
        | (int) Math.round(colour.getBlue() * 255);
  }

  /** Bilinear between the middles of cells. */
  private static double between(int cells, Values values, int y, int x) {
    double row = Math.clamp((y + 0.5) * cells / SIDE - 0.5, 0, cells - 1);
    double column = Math.clamp((x + 0.5) * cells / SIDE - 0.5, 0, cells - 1);
    int r = Math.min((int) row, cells - 2);
    int c = Math.min((int) column, cells - 2);
    double dy = row - r;
    double dx = column - c;
    return (1 - dy) * ((1 - dx) * values.at(r, c) + dx * values.at(r, c + 1))
        + dy * ((1 - dx) * values.at(r + 1, c) + dx * values.at(r + 1, c + 1));
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    canvas.setWidth(w);
    canvas.setHeight(h);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, w, h);
    Image picture = film;
    if (picture == null || w <= 0 || h <= 0) {
      return;
    }
    double scale = Math.min(w / picture.getWidth(), h / picture.getHeight());
    double pw = picture.getWidth() * scale;
    double ph = picture.getHeight() * scale;
    g.drawImage(picture, (w - pw) / 2, (h - ph) / 2, pw, ph);
    if (overlay != null) {
      g.drawImage(overlay, (w - pw) / 2, (h - ph) / 2, pw, ph);
    }
  }
}
