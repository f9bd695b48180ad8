package org.exemplar.app.control;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.exemplar.radiograph.DisplayWindow;
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

  /**
   * What stays free around a fitted film, in device pixels.
   *
   * @param margin on every side
   * @param column width of badges that stand beside the film
   * @param row height of badges that lie above and below it
   */
  public record Free(int margin, int column, int row) {
    /** Nothing. */
    public static final Free NONE = new Free(0, 0, 0);
  }

  private static final double DRAG_SHARE = 1 / 400.0;

  private final ReadOnlyObjectWrapper<@Nullable NeutralRadiograph> film =
      new ReadOnlyObjectWrapper<>(this, "film");
  private final ReadOnlyObjectWrapper<@Nullable FilmState> state =
      new ReadOnlyObjectWrapper<>(this, "state");
  private final ReadOnlyObjectWrapper<@Nullable Caliper> caliper =
      new ReadOnlyObjectWrapper<>(this, "caliper");
  private final ReadOnlyBooleanWrapper badgeRows = new ReadOnlyBooleanWrapper(this, "badgeRows");
  private final BooleanProperty ruler = new SimpleBooleanProperty(this, "ruler");
  private Viewport area = new Viewport(1, 1);
  private Free free = Free.NONE;

  /** Shows nothing yet. */
  public FilmModel() {
    state.addListener((o, was, is) -> arrangeBadges());
  }

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
    caliper.set(null);
    film.set(next);
    if (next != null) {
      state.set(asAcquired(next));
    }
  }

  /**
   * Tells the size of the area.
   *
   * @param size in device pixels
   * @param around what stays free around a fitted film
   */
  public void resize(Viewport size, Free around) {
    if (size.equals(area) && around.equals(free)) {
      return;
    }
    area = size;
    free = around;
    FilmState now = state.get();
    NeutralRadiograph shown = film.get();
    if (now != null && shown != null) {
      ViewTransform lies = now.transform();
      state.set(now.with(now.fitted() ? fitted(lies, shown) : settled(lies), now.fitted()));
    }
    arrangeBadges();
  }

  /** Whether badges have room above and below a fitted film only, not beside it. */
  public ReadOnlyBooleanProperty badgeRowsProperty() {
    return badgeRows.getReadOnlyProperty();
  }

  private void arrangeBadges() {
    FilmState now = state.get();
    NeutralRadiograph shown = film.get();
    badgeRows.set(
        now != null
            && shown != null
            && now.fitted()
            && corner(now.transform(), shown).x() < free.column);
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
      state.set(now.with(now.window().adjusted(centreBy, widthBy), ""));
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
      String name = preset == WindowPreset.AS_ACQUIRED ? "" : preset.words();
      state.set(now.with(preset.of(shown), name));
    }
  }

  /** The next of the windows that came with the film; the first again after the last. */
  public void nextWindow() {
    FilmState now = state.get();
    NeutralRadiograph shown = film.get();
    if (now != null && shown != null) {
      List<DisplayWindow> windows = shown.windows();
      int next = (windows.indexOf(now.window()) + 1) % windows.size();
      String name = next == 0 ? "" : "Window " + (next + 1) + " of " + windows.size();
      state.set(now.with(windows.get(next), name));
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
    caliper.set(null);
    if (shown != null) {
      state.set(asAcquired(shown));
    }
  }

  /** The whole film, turned and mirrored as it is. */
  public void fit() {
    FilmState now = state.get();
    NeutralRadiograph shown = film.get();
    if (now != null && shown != null) {
      state.set(now.with(fitted(now.transform(), shown), true));
    }
  }

  /** One image pixel on one device pixel. */
  public void oneToOne() {
    move(t -> t.oneToOne(area));
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

  /** What is measured, null when nothing is. */
  public ReadOnlyObjectProperty<@Nullable Caliper> caliperProperty() {
    return caliper.getReadOnlyProperty();
  }

  /** Measures from one place of the area to another, in device pixels. */
  public void measure(ImagePoint from, ImagePoint to) {
    FilmState now = state.get();
    NeutralRadiograph shown = film.get();
    if (now != null && shown != null) {
      ViewTransform lies = now.transform();
      caliper.set(new Caliper(lies.toImage(area, from), lies.toImage(area, to), shown.spacing()));
    }
  }

  /** Takes the measurement away. */
  public void measureNothing() {
    caliper.set(null);
  }

  /** Whether the scale bar is shown; stays from film to film. */
  public BooleanProperty rulerProperty() {
    return ruler;
  }

  private void move(UnaryOperator<ViewTransform> change) {
    FilmState now = state.get();
    if (now != null) {
      state.set(now.with(settled(change.apply(now.transform())), false));
    }
  }

  private void reorient(UnaryOperator<ViewTransform> change) {
    FilmState now = state.get();
    NeutralRadiograph shown = film.get();
    if (now != null && shown != null) {
      ViewTransform turned = change.apply(now.transform());
      state.set(now.with(now.fitted() ? fitted(turned, shown) : settled(turned), now.fitted()));
    }
  }

  private FilmState asAcquired(NeutralRadiograph shown) {
    ViewTransform upright = ViewTransform.fit(shown, area);
    return new FilmState(shown.windows().getFirst(), "", false, fitted(upright, shown), true);
  }

  /** At one to one, image pixels lie on device pixels. */
  private ViewTransform settled(ViewTransform transform) {
    return transform.isOneToOne() ? transform.aligned(area) : transform;
  }

  /** As large as the area allows without lying under the badges. */
  private ViewTransform fitted(ViewTransform transform, NeutralRadiograph shown) {
    ViewTransform plain = transform.fitted(shown, inner(free.margin, free.margin));
    ImagePoint corner = corner(plain, shown);
    if (corner.x() >= free.column || corner.y() >= free.row) {
      return plain;
    }
    ViewTransform narrower = transform.fitted(shown, inner(free.column, free.margin));
    ViewTransform lower = transform.fitted(shown, inner(free.margin, free.row));
    return narrower.zoom() > lower.zoom() ? narrower : lower;
  }

  /** The upper left corner of the film as it lies. */
  private ImagePoint corner(ViewTransform transform, NeutralRadiograph shown) {
    ImagePoint a = transform.toViewport(area, new ImagePoint(0, 0));
    ImagePoint b = transform.toViewport(area, new ImagePoint(shown.columns(), shown.rows()));
    return new ImagePoint(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()));
  }

  private Viewport inner(int across, int down) {
    return new Viewport(
        Math.max(1, area.width() - 2 * across), Math.max(1, area.height() - 2 * down));
  }
}
