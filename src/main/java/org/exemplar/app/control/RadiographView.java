package org.exemplar.app.control;

import java.nio.IntBuffer;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
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
  private static final double MARGIN = 8;

  /** How wide a column of view badges is at most, in px of the design. */
  private static final double BADGE_COLUMN = 96;

  /** How high a row of view badges is. */
  private static final double BADGE_ROW = 24;

  private final FilmModel model;
  private final DevicePicture picture = new DevicePicture();
  private final Lens lens = new Lens();
  private final Rulers rulers = new Rulers();
  private final FilmMouse mouse;
  private final DoubleProperty deviceScale = new SimpleDoubleProperty(this, "deviceScale", 1);
  private @Nullable ViewportRenderer renderer;
  private @Nullable PixelBuffer<IntBuffer> buffer;
  private int[] pixels = new int[0];
  private Runnable drawn = () -> {};
  private double badgeScale = 1;

  /**
   * @param model the film and its view
   */
  public RadiographView(FilmModel model) {
    this.model = model;
    getStyleClass().add("film");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Radiograph");
    setMinSize(0, 0);
    getChildren().addAll(picture, rulers, lens);
    model.filmProperty().addListener((o, was, is) -> filmChanged(is));
    model.stateProperty().addListener((o, was, is) -> requestLayout());
    model.caliperProperty().addListener((o, was, is) -> requestLayout());
    model.rulerProperty().addListener((o, was, is) -> requestLayout());
    deviceScale.addListener((o, was, is) -> requestLayout());
    sceneProperty().flatMap(s -> s.windowProperty()).addListener((o, was, is) -> follow(is));
    filmChanged(model.film());
    mouse = new FilmMouse(this, model);
  }

  /** Takes the size of words, by which the room for badges grows. */
  public void setBadgeScale(double scale) {
    badgeScale = scale;
    requestLayout();
  }

  /** Says what dragging does with each mouse button. */
  public void setDrags(MouseDrags drags) {
    mouse.setDrags(drags);
  }

  /** A key that makes drags do something else is held down. */
  public void hold(FilmTool tool) {
    mouse.hold(tool);
  }

  /** The key is let go; tells whether anything was dragged meanwhile. */
  public boolean release() {
    return mouse.release();
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
    model.resize(area, free(scale));
    draw(area, scale);
    rulers.resizeRelocate(0, 0, getWidth(), getHeight());
    rulers.draw(model, scale);
    lens.draw(model, scale);
  }

  private FilmModel.Free free(double scale) {
    return new FilmModel.Free(
        (int) Math.round(MARGIN * scale),
        (int) Math.ceil(BADGE_COLUMN * badgeScale * scale),
        (int) Math.ceil(BADGE_ROW * badgeScale * scale));
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
    String altered = String.join(", ", state.altered()).toLowerCase(Locale.ROOT);
    setAccessibleText(altered.isEmpty() ? "Radiograph as acquired" : "Radiograph, " + altered);
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
    double left = edge(Math.min(a.x(), b.x()), area.width());
    double right = edge(Math.max(a.x(), b.x()), area.width());
    double top = edge(Math.min(a.y(), b.y()), area.height());
    double bottom = edge(Math.max(a.y(), b.y()), area.height());
    boolean seen = right > left && bottom > top;
    picture.setVisible(seen);
    if (seen) {
      picture.lie(new Rectangle2D(left, top, right - left, bottom - top), left, top, scale);
    }
  }

  /** The first device pixel whose middle lies past an edge of the film, as the renderer has it. */
  private static double edge(double at, int most) {
    return Math.clamp(Math.ceil(at - 0.5), 0, most);
  }
}
