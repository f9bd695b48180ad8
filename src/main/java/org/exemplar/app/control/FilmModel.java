package org.exemplar.app.control;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.exemplar.radiograph.ImagePoint;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.radiograph.ViewTransform;
import org.exemplar.radiograph.Viewport;
import org.exemplar.radiograph.WindowPreset;
import org.jspecify.annotations.Nullable;

/**
 * A film and everything a reader may do to its view. Starts as acquired and fitted; the view of one
 * film never carries over to the next. JavaFX thread only.
 */
public final class FilmModel {
  /** How far one press of an arrow key goes. */
  public enum Step {
    FINE(0.004),
    NORMAL(0.02),
    COARSE(0.1);

    private final double share;

    Step(double share) {
      this.share = share;
    }
  }

  private static final double DRAG_SHARE = 1 / 400.0;

  private final ReadOnlyObjectWrapper<@Nullable NeutralRadiograph> film =
      new ReadOnlyObjectWrapper<>(this, "film");
  private final ReadOnlyObjectWrapper<@Nullable FilmState> state =
      new ReadOnlyObjectWrapper<>(this, "state");
  private Viewport area = new Viewport(1, 1);
  private int margin;

  /** The film, null when none is shown. */
  public ReadOnlyObjectProperty<@Nullable NeutralRadiograph> filmProperty() {
    return film.getReadOnlyProperty();
  }

  /** How it is shown, null when none is. */
  public ReadOnlyObjectProperty<@Nullable FilmState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The film, null when none is shown. */
  public @Nullable NeutralRadiograph film() {
    return film.get();
  }

  /** How it is shown, null when none is. */
  public @Nullable FilmState state() {
    return state.get();
  }

  /** The area of the film in device pixels. */
  public Viewport area() {
    return area;
  }

  /** Shows a film as acquired, or none. */
  public void show(@Nullable NeutralRadiograph next) {
    state.set(null);
    film.set(next);
    if (next != null) {
      state.set(asAcquired(next));
    }
  }

  /**
   * Tells the size of the area in device pixels.
   *
   * @param free device pixels that stay free around a fitted film
   */
  public void resize(Viewport size, int free) {
    if (size.equals(area) && free == margin) {
      return;
    }
    area = size;
    margin = free;
    FilmState now = state.get();
    NeutralRadiograph shown = film.get();
    if (now != null && shown != null && now.fitted()) {
      state.set(now.with(now.transform().fitted(shown, inner()), true));
    }
  }

  /** Moves level and window by steps; up is brighter, right is wider. */
  public void step(int right, int up, Step step) {
    double share = step.share * acquiredWidth();
    adjust(-up * share, right * share);
  }

  /** Moves level and window as a drag does, in device pixels. */
  public void dragWindow(double right, double down) {
    double share = DRAG_SHARE * acquiredWidth();
    adjust(down * share, right * share);
  }

  private void adjust(double centreBy, double widthBy) {
    FilmState now = state.get();
    if (now != null) {
      state.set(now.with(now.window().adjusted(centreBy, widthBy)));
    }
  }

  private double acquiredWidth() {
    NeutralRadiograph shown = film.get();
    return shown == null ? 1 : shown.windows().getFirst().width();
  }

  /** One of the windows under a key. */
  public void preset(WindowPreset preset) {
    FilmState now = state.get();
    NeutralRadiograph shown = film.get();
    if (now != null && shown != null) {
      state.set(now.with(preset.of(shown)));
    }
  }

  /** Exchanges black and white. */
  public void invert() {
    FilmState now = state.get();
    if (now != null) {
      state.set(now.withInverted(!now.inverted()));
    }
  }

  /** Back to the film as acquired. */
  public void reset() {
    NeutralRadiograph shown = film.get();
    if (shown != null) {
      state.set(asAcquired(shown));
    }
  }

  /** The whole film, turned and mirrored as it is. */
  public void fit() {
    FilmState now = state.get();
    NeutralRadiograph shown = film.get();
    if (now != null && shown != null) {
      state.set(now.with(now.transform().fitted(shown, inner()), true));
    }
  }

  /** One image pixel on one device pixel. */
  public void oneToOne() {
    move(t -> t.withZoom(1));
  }

  /** Magnifies around a place of the area, in device pixels. */
  public void zoomAt(ImagePoint place, double factor) {
    move(t -> t.zoomedAt(area, place, factor));
  }

  /** Magnifies around the middle. */
  public void zoom(double factor) {
    zoomAt(new ImagePoint(area.width() / 2.0, area.height() / 2.0), factor);
  }

  /** Drags the film by device pixels. */
  public void drag(double right, double down) {
    move(t -> t.dragged(right, down));
  }

  /** Turns by quarter turns; a fitted film stays fitted. */
  public void turn(int clockwise) {
    reorient(t -> t.turned(clockwise));
  }

  /** Exchanges left and right. */
  public void mirror() {
    reorient(ViewTransform::mirrored);
  }

  private void move(java.util.function.UnaryOperator<ViewTransform> change) {
    FilmState now = state.get();
    if (now != null) {
      state.set(now.with(change.apply(now.transform()), false));
    }
  }

  private void reorient(java.util.function.UnaryOperator<ViewTransform> change) {
    FilmState now = state.get();
    NeutralRadiograph shown = film.get();
    if (now != null && shown != null) {
      ViewTransform turned = change.apply(now.transform());
      state.set(now.with(now.fitted() ? turned.fitted(shown, inner()) : turned, now.fitted()));
    }
  }

  private FilmState asAcquired(NeutralRadiograph shown) {
    return new FilmState(
        shown.windows().getFirst(), false, ViewTransform.fit(shown, inner()), true);
  }

  private Viewport inner() {
    return new Viewport(
        Math.max(1, area.width() - 2 * margin), Math.max(1, area.height() - 2 * margin));
  }
}
