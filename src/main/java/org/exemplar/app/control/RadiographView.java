package org.exemplar.app.control;

import java.nio.IntBuffer;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.exemplar.radiograph.ImagePoint;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.ViewTransform;
import org.exemplar.radiograph.Viewport;
import org.exemplar.radiograph.ViewportRenderer;
import org.jspecify.annotations.Nullable;

/**
 * A film on the screen, computed for each device pixel; the scene graph never resamples it. Draws
 * at most once per pulse.
 */
public final class RadiographView extends Region {
  private static final double FREE = 8;

  private final FilmModel model;
  private final ImageView picture = new ImageView();
  private final Lens lens = new Lens();
  private final DoubleProperty deviceScale = new SimpleDoubleProperty(this, "deviceScale", 1);
  private @Nullable ViewportRenderer renderer;
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private int[] pixels = new int[0];
  private Runnable drawn = () -> {};

  /**
   * @param model the film and its view
   */
  public RadiographView(FilmModel model) {
    this.model = model;
    getStyleClass().add("film");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Radiograph");
    setMinSize(0, 0);
    picture.setSmooth(false);
    picture.setMouseTransparent(true);
    getChildren().addAll(picture, lens);
    model.filmProperty().addListener((o, was, is) -> filmChanged(is));
    model.stateProperty().addListener((o, was, is) -> requestLayout());
    deviceScale.addListener((o, was, is) -> requestLayout());
    sceneProperty().flatMap(s -> s.windowProperty()).addListener((o, was, is) -> follow(is));
    filmChanged(model.film());
    new FilmMouse(this, model);
  }

  /** Device pixels per logical pixel; follows the window, and may be set where there is none. */
  public DoubleProperty deviceScaleProperty() {
    return deviceScale;
  }

  /** Called after each drawing of a film, within the pulse that shows it. */
  public void setOnDrawn(Runnable drawn) {
    this.drawn = drawn;
  }

  /** Shows the magnifier at a place of this node, or hides it with null. */
  public void setLens(@Nullable ImagePoint place) {
    lens.show(place);
    requestLayout();
  }

  private void follow(@Nullable Window window) {
    deviceScale.unbind();
    if (window != null) {
      deviceScale.bind(window.renderScaleXProperty());
    }
  }

  private void filmChanged(@Nullable NeutralRadiograph film) {
    renderer = film == null ? null : new ViewportRenderer(film);
    lens.film(film);
    picture.setVisible(film != null);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double scale = deviceScale.get();
    int width = (int) Math.floor(getWidth() * scale);
    int height = (int) Math.floor(getHeight() * scale);
    if (width < 1 || height < 1) {
      return;
    }
    Viewport area = new Viewport(width, height);
    model.resize(area, (int) Math.round(FREE * scale));
    draw(area, scale);
    lens.draw(model, scale);
  }

  private void draw(Viewport area, double scale) {
    FilmState state = model.state();
    ViewportRenderer drawing = renderer;
    if (state == null || drawing == null) {
      return;
    }
    PixelBuffer<IntBuffer> target = buffer(area);
    drawing.render(state.transform(), area, state.window(), state.inverted(), pixels);
    target.updateBuffer(b -> null);
    crop(state.transform(), drawing.image(), area, scale);
    setAccessibleText("Radiograph, " + String.join(", ", state.altered()).toLowerCase(Locale.ROOT));
    drawn.run();
  }

  private PixelBuffer<IntBuffer> buffer(Viewport area) {
    PixelBuffer<IntBuffer> now = buffer;
    if (now == null || now.getWidth() != area.width() || now.getHeight() != area.height()) {
      pixels = new int[area.width() * area.height()];
      now =
          new PixelBuffer<>(
              area.width(),
              area.height(),
              IntBuffer.wrap(pixels),
              PixelFormat.getIntArgbPreInstance());
      buffer = now;
      picture.setImage(new WritableImage(now));
    }
    return now;
  }

  /** Shows only where the film lies, so that the room around it keeps its own near-black. */
  private void crop(ViewTransform transform, NeutralRadiograph film, Viewport area, double scale) {
    ImagePoint a = transform.toViewport(area, new ImagePoint(0, 0));
    ImagePoint b = transform.toViewport(area, new ImagePoint(film.columns(), film.rows()));
    double left = Math.clamp(Math.round(Math.min(a.x(), b.x())), 0, area.width());
    double right = Math.clamp(Math.round(Math.max(a.x(), b.x())), 0, area.width());
    double top = Math.clamp(Math.round(Math.min(a.y(), b.y())), 0, area.height());
    double bottom = Math.clamp(Math.round(Math.max(a.y(), b.y())), 0, area.height());
    boolean seen = right > left && bottom > top;
    picture.setVisible(seen);
    if (seen) {
      picture.setViewport(new Rectangle2D(left, top, right - left, bottom - top));
      picture.setFitWidth((right - left) / scale);
      picture.setFitHeight((bottom - top) / scale);
      picture.relocate(left / scale, top / scale);
    }
  }

  /** Whether the film reaches into the strip where badges lie. */
  public boolean filmReaches(double widthOfStrip) {
    return picture.isVisible() && picture.getLayoutX() < widthOfStrip;
  }
}
