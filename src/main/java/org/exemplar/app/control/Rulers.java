package org.exemplar.app.control;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.exemplar.radiograph.ImagePoint;
import org.exemplar.radiograph.NeutralRadiograph;
import org.jspecify.annotations.Nullable;

/** The scale bar at the right edge of a film's area, and the length that is being measured. */
final class Rulers extends Pane {
  private static final double FROM_EDGE = 12;
  private static final double TICK = 6;
  private static final double END = 5;
  private static final double MOST = 0.4;

  private final Path barUnder = path("ruler-under");
  private final Path bar = path("ruler");
  private final Path caliperUnder = path("ruler-under");
  private final Path caliper = path("caliper");
  private final ViewBadge barWords = ViewBadge.fact("");
  private final ViewBadge caliperWords = ViewBadge.altered("");

  Rulers() {
    setMouseTransparent(true);
    getChildren().addAll(barUnder, bar, barWords, caliperUnder, caliper, caliperWords);
    getChildren().forEach(child -> child.setManaged(false));
  }

  private static Path path(String styleClass) {
    Path path = new Path();
    path.getStyleClass().add(styleClass);
    return path;
  }

  /** Draws what the model says, at so many device pixels per px. */
  void draw(FilmModel model, double scale) {
    FilmState state = model.state();
    NeutralRadiograph film = model.film();
    boolean ruler = state != null && film != null && model.rulerProperty().get();
    show(ruler, barUnder, bar, barWords);
    if (state != null && film != null && ruler) {
      scaleBar(film, state, scale);
    }
    Caliper measured = model.caliperProperty().get();
    show(state != null && measured != null, caliperUnder, caliper, caliperWords);
    if (state != null && measured != null) {
      measure(measured, model, state, scale);
    }
  }

  private static void show(boolean shown, javafx.scene.Node... nodes) {
    for (javafx.scene.Node node : nodes) {
      node.setVisible(shown);
    }
  }

  private void scaleBar(NeutralRadiograph film, FilmState state, double scale) {
    double most = getHeight() * scale * MOST;
    @Nullable ScaleBar drawn = ScaleBar.of(film.spacing(), state.transform(), most).orElse(null);
    barWords.setText(drawn == null ? ScaleBar.UNKNOWN : drawn.words());
    show(drawn != null, barUnder, bar);
    double right = getWidth() - FROM_EDGE;
    double below = getHeight() - FROM_EDGE;
    place(barWords, right - barWords.prefWidth(-1), below - barWords.prefHeight(-1));
    if (drawn == null) {
      return;
    }
    double length = drawn.devicePixels() / scale;
    double x = snapped(right, scale);
    double bottom = snapped(below - barWords.prefHeight(-1) - TICK, scale);
    bar.getElements().setAll(new MoveTo(x, bottom), new LineTo(x, bottom - length));
    for (int i = 0; i <= drawn.parts(); i++) {
      double y = snapped(bottom - length * i / drawn.parts(), scale);
      boolean end = i == 0 || i == drawn.parts();
      bar.getElements().addAll(new MoveTo(x, y), new LineTo(x - (end ? 2 * TICK : TICK), y));
    }
    barUnder.getElements().setAll(bar.getElements());
  }

  private void measure(Caliper measured, FilmModel model, FilmState state, double scale) {
    ImagePoint a = state.transform().toViewport(model.area(), measured.from());
    ImagePoint b = state.transform().toViewport(model.area(), measured.to());
    double length = Math.max(1e-6, Math.hypot(b.x() - a.x(), b.y() - a.y()));
    double acrossX = -(b.y() - a.y()) / length * END;
    double acrossY = (b.x() - a.x()) / length * END;
    caliper.getElements().clear();
    line(a.x() / scale, a.y() / scale, b.x() / scale, b.y() / scale);
    for (ImagePoint end : new ImagePoint[] {a, b}) {
      double x = end.x() / scale;
      double y = end.y() / scale;
      line(x - acrossX, y - acrossY, x + acrossX, y + acrossY);
    }
    caliperUnder.getElements().setAll(caliper.getElements());
    caliperWords.setText(measured.words());
    double wide = caliperWords.prefWidth(-1);
    double high = caliperWords.prefHeight(-1);
    place(
        caliperWords,
        Math.clamp(b.x() / scale + 2 * END, 0, Math.max(0, getWidth() - wide)),
        Math.clamp(b.y() / scale + 2 * END, 0, Math.max(0, getHeight() - high)));
  }

  private void line(double fromX, double fromY, double toX, double toY) {
    caliper.getElements().addAll(new MoveTo(fromX, fromY), new LineTo(toX, toY));
  }

  private void place(Region words, double x, double y) {
    words.resizeRelocate(
        snapPositionX(x), snapPositionY(y), words.prefWidth(-1), words.prefHeight(-1));
  }

  /** The middle of the nearest device pixel, so that thin lines are sharp. */
  private static double snapped(double at, double scale) {
    return (Math.floor(at * scale) + 0.5) / scale;
  }
}
