package org.exemplar.app.reading;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.exemplar.app.control.FilmState;
import org.exemplar.app.control.RadiographView;
import org.exemplar.app.control.ViewBadge;
import org.exemplar.app.fx.Parts;
import org.exemplar.radiograph.ImagePoint;
import org.exemplar.sitting.Sitting;
import org.exemplar.sitting.Stage;
import org.jspecify.annotations.Nullable;

/** The film, its badges, the mask before it, or why it cannot be shown. */
final class FilmArea extends StackPane {
  private final CaseModel model;
  private final RadiographView film;
  private final StackPane above = new StackPane();
  private final StackPane below = new StackPane();
  private final StackPane mask = new StackPane();
  private final Label maskWords = Parts.line("");
  private final BrokenFilmPage broken;
  private boolean row;
  private double pointerX;
  private double pointerY;
  private boolean pointerInside;
  private boolean lensShown;

  FilmArea(CaseModel model, KeyMap keys) {
    this.model = model;
    film = new RadiographView(model.film());
    film.setOnDrawn(() -> javafx.application.Platform.runLater(model::filmDrawn));
    film.setDrags(keys.preset().drags());
    broken = new BrokenFilmPage(model, keys);
    above.setMouseTransparent(true);
    above.setAlignment(Pos.TOP_LEFT);
    below.setMouseTransparent(true);
    below.setAlignment(Pos.BOTTOM_LEFT);
    mask.getStyleClass().add("mask");
    StackPane.setAlignment(maskWords, Pos.BOTTOM_CENTER);
    mask.getChildren().add(maskWords);
    getStyleClass().add("film");
    setMinSize(0, 0);
    getChildren().addAll(film, below, above, mask, broken);
    model.film().stateProperty().addListener((o, was, is) -> badges(is));
    model.film().badgeRowsProperty().addListener((o, was, is) -> badges(model.film().state()));
    addEventFilter(
        MouseEvent.ANY,
        e -> {
          pointerX = e.getX();
          pointerY = e.getY();
          pointerInside =
              e.getEventType() != MouseEvent.MOUSE_EXITED_TARGET && contains(e.getX(), e.getY());
          if (lensShown) {
            film.setLens(pointer());
          }
        });
    refresh();
  }

  RadiographView film() {
    return film;
  }

  /** Whether badges stand side by side, as they do in small windows. */
  void setRow(boolean row) {
    if (this.row != row) {
      this.row = row;
      broken.setSmall(row);
      badges(model.film().state());
    }
  }

  /** Shows or hides the magnifier at the pointer. */
  void lens(boolean show) {
    lensShown = show;
    film.setLens(show ? pointer() : null);
  }

  /** Magnifies around the pointer; around the middle when it is elsewhere. */
  void zoom(double factor) {
    double scale = film.deviceScaleProperty().get();
    ImagePoint at = pointer();
    model.film().zoomAt(new ImagePoint(at.x() * scale, at.y() * scale), factor);
  }

  private ImagePoint pointer() {
    return pointerInside
        ? new ImagePoint(pointerX, pointerY)
        : new ImagePoint(getWidth() / 2, getHeight() / 2);
  }

  /** Shows the stage as it is. */
  void refresh() {
    Sitting sitting = model.sitting();
    boolean broke = model.broken().isPresent();
    mask.setVisible(sitting.stage() == Stage.MASK && !broke);
    if (sitting.stage() == Stage.MASK) {
      maskWords.setText(CaseWords.heading(sitting));
    }
    broken.refresh();
    badges(model.film().state());
  }

  private void badges(@Nullable FilmState state) {
    above.getChildren().clear();
    below.getChildren().clear();
    if (state == null || model.broken().isPresent()) {
      return;
    }
    List<ViewBadge> badges = new ArrayList<>();
    if (model.sitting().stage() != Stage.DONE && model.sitting().item().practice()) {
      badges.add(ViewBadge.practice());
    }
    state.altered().forEach(words -> badges.add(ViewBadge.altered(words)));
    below.getChildren().add(stack(state.facts().stream().map(ViewBadge::fact).toList()));
    above.getChildren().add(stack(badges));
  }

  /** Badges beside the film in a column, or above and below it in rows. */
  private Pane stack(List<ViewBadge> badges) {
    FilmState state = model.film().state();
    boolean beside = state != null && state.fitted() && !model.film().badgeRowsProperty().get();
    boolean rows = !beside && (row || model.film().badgeRowsProperty().get());
    Pane stack = rows ? new HBox() : new VBox();
    stack.getStyleClass().add("badges");
    if (rows) {
      stack.getStyleClass().add("in-rows");
    }
    stack.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    stack.getChildren().addAll(badges);
    return stack;
  }
}
