package org.exemplar.app.reading;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
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
  private final VBox above = new VBox();
  private final StackPane below = new StackPane();
  private final StackPane mask = new StackPane();
  private final Label maskWords = Parts.line("");
  private final BrokenFilmPage broken;
  private boolean row;
  private double pointerX;
  private double pointerY;

  FilmArea(CaseModel model, KeyMap keys) {
    this.model = model;
    film = new RadiographView(model.film());
    film.setOnDrawn(() -> javafx.application.Platform.runLater(model::filmDrawn));
    broken = new BrokenFilmPage(model, keys);
    above.getStyleClass().add("badges");
    above.setMouseTransparent(true);
    below.setMouseTransparent(true);
    StackPane.setAlignment(above, Pos.TOP_LEFT);
    StackPane.setAlignment(below, Pos.BOTTOM_LEFT);
    mask.getStyleClass().add("mask");
    StackPane.setAlignment(maskWords, Pos.BOTTOM_CENTER);
    mask.getChildren().add(maskWords);
    getStyleClass().add("film");
    setMinSize(0, 0);
    getChildren().addAll(film, below, above, mask, broken);
    model.film().stateProperty().addListener((o, was, is) -> badges(is));
    addEventFilter(
        javafx.scene.input.MouseEvent.ANY,
        e -> {
          pointerX = e.getX();
          pointerY = e.getY();
          if (lensShown) {
            film.setLens(new ImagePoint(pointerX, pointerY));
          }
        });
    refresh();
  }

  private boolean lensShown;

  RadiographView film() {
    return film;
  }

  /** Whether badges stand side by side, as they do in small windows. */
  void setRow(boolean row) {
    if (this.row != row) {
      this.row = row;
      badges(model.film().state());
    }
  }

  /** Shows or hides the magnifier at the pointer. */
  void lens(boolean show) {
    lensShown = show;
    film.setLens(show ? new ImagePoint(pointerX, pointerY) : null);
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
    if (model.sitting().stage() != Stage.DONE && model.sitting().item().practice()) {
      above.getChildren().add(ViewBadge.practice());
    }
    state.altered().forEach(words -> above.getChildren().add(ViewBadge.altered(words)));
    Pane facts = row ? new FlowPane(4, 4) : new VBox();
    facts.getStyleClass().add("badges");
    facts.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    state.facts().forEach(words -> facts.getChildren().add(ViewBadge.fact(words)));
    StackPane.setAlignment(facts, Pos.BOTTOM_LEFT);
    below.getChildren().add(facts);
  }
}
