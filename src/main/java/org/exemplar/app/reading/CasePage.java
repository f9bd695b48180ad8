package org.exemplar.app.reading;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.exemplar.app.control.FilmModel;
import org.exemplar.app.control.FilmTool;
import org.exemplar.app.control.RadiographView;
import org.exemplar.radiograph.WindowPreset;
import org.exemplar.sitting.Stage;
import org.jspecify.annotations.Nullable;

/** The film and nothing else, with the panel beside it. */
final class CasePage extends StackPane {
  /** What the page leaves to the window. */
  record Acts(Runnable help, RoomWindow window, Runnable end) {}

  private final CaseModel model;
  private final Acts acts;
  private final FilmArea area;
  private final CasePanel panel;
  private final PauseCover pause;
  private final HBox row;
  private final ItemKeys items;
  private boolean panelHidden;
  private @Nullable Object lastFocus;

  CasePage(CaseModel model, KeyMap keys, Acts acts) {
    this.model = model;
    this.acts = acts;
    items = new ItemKeys(keys);
    area = new FilmArea(model, keys);
    area.film().setBadgeScale(acts.window().theme().scale());
    panel = new CasePanel(model, keys, acts.help(), this::takeKeys);
    pause = new PauseCover(model, keys, acts.end());
    row = new HBox(area, panel);
    HBox.setHgrow(area, Priority.ALWAYS);
    getStyleClass().add("room");
    getChildren().addAll(row, pause);
    setFocusTraversable(false);
    model.revisionProperty().addListener((o, was, is) -> refresh());
    refresh();
  }

  /** Takes the size of the window, in px of the design. */
  void setSize(double width, double height) {
    PanelSize size = PanelSize.of(width, height);
    area.setRow(size.narrow());
    panel.setSize(size);
  }

  RadiographView film() {
    return area.film();
  }

  /** Gives the keyboard to the page itself, away from fields. */
  void takeKeys() {
    Node focused = panel.focused();
    if (focused != null && !(focused instanceof TextField)) {
      focused.requestFocus();
    } else {
      requestFocus();
    }
  }

  private void refresh() {
    if (!RoomStage.atCase(model.sitting().stage())) {
      return;
    }
    area.refresh();
    panel.refresh();
    pause.refresh();
    followFocus();
  }

  private void followFocus() {
    Stage stage = model.sitting().stage();
    Object now = stage == Stage.CASE ? model.sitting().onScreen().focus() : stage;
    if (now.equals(lastFocus) || panel.comment().typing() || model.askingReason()) {
      return;
    }
    lastFocus = now;
    Node target = panel.focused();
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    if (target != null && (owner == null || !within(owner, target))) {
      target.requestFocus();
    } else if (target == null && stage != Stage.PAUSED && model.broken().isEmpty()) {
      requestFocus();
    }
  }

  private static boolean within(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }

  /** Closes the review, if it is open. */
  boolean escape() {
    boolean open = model.sitting().stage() == Stage.CASE && model.sitting().onScreen().reviewOpen();
    model.answers().closeReview();
    return open;
  }

  /** A key that acts while it is held goes down. */
  void hold(Act act) {
    switch (act) {
      case LENS -> area.lens(true);
      case MEASURE -> film().hold(FilmTool.MEASURE);
      default -> film().hold(FilmTool.PAN);
    }
  }

  /** It is let go; a measuring key that measured nothing takes the last measurement away. */
  void release(Act act) {
    if (act == Act.LENS) {
      area.lens(false);
    } else if (!film().release() && act == Act.MEASURE) {
      model.film().measureNothing();
    }
  }

  /** Does what a key means that only the question with the focus knows; false when it has none. */
  boolean struck(Stroke stroke) {
    return model.answers().struck(stroke, items);
  }

  /** Stores what is still being typed. */
  void leave() {
    panel.leave();
  }

  private void next() {
    if (!model.answers().confirm()) {
      model.next();
    }
  }

  /** Does what a key means; the film's tools work whenever a film is shown. */
  void act(Act act) {
    if (model.sitting().stage() == Stage.PAUSED) {
      if (act == Act.PAUSE || act == Act.NEXT_CASE) {
        model.pause();
      }
      return;
    }
    switch (act) {
      case NEXT_CASE -> next();
      case NEXT_INCOMPLETE -> model.askIncomplete();
      case PREVIOUS_CASE -> model.previous();
      case NEXT_QUESTION -> moveFocus(true);
      case PREVIOUS_QUESTION -> moveFocus(false);
      case COMMENT -> panel.comment().open();
      case ADD_FINDING -> openSearch();
      case TRY_AGAIN -> model.tryAgain();
      case PAUSE -> model.pause();
      case HIDE_PANEL -> hidePanel();
      case FULL_SCREEN -> acts.window().fullScreen();
      case NEXT_MONITOR -> acts.window().nextMonitor();
      case KEYS -> acts.help().run();
      case AGREE, DISAGREE, CANNOT_JUDGE -> model.answers().answer(act);
      default -> {
        if (act.point() > 0) {
          model.answers().answer(act);
        } else {
          tool(act, FilmModel.Step.NORMAL);
        }
      }
    }
  }

  /** Does what a key means to the film. */
  void tool(Act act, FilmModel.Step step) {
    FilmModel film = model.film();
    if (act.preset() > 0) {
      film.preset(List.of(WindowPreset.values()).get(act.preset() - 1));
      return;
    }
    switch (act) {
      case INVERT -> film.invert();
      case RESET -> film.reset();
      case FIT -> film.fit();
      case ONE_TO_ONE -> film.oneToOne();
      case ZOOM_IN -> area.zoom(1.25);
      case ZOOM_OUT -> area.zoom(1 / 1.25);
      case NEXT_WINDOW -> film.nextWindow();
      case RULER -> film.rulerProperty().set(!film.rulerProperty().get());
      case TURN_LEFT -> film.turn(-1);
      case TURN_RIGHT -> film.turn(1);
      case MIRROR -> film.mirror();
      case NARROWER -> film.step(-1, 0, step);
      case WIDER -> film.step(1, 0, step);
      case BRIGHTER -> film.step(0, 1, step);
      case DARKER -> film.step(0, -1, step);
      default -> {}
    }
  }

  private void moveFocus(boolean forwards) {
    if (model.sitting().stage() == Stage.FEEDBACK) {
      panel.scroll(forwards);
    } else {
      model.answers().moveFocus(forwards);
    }
  }

  private void openSearch() {
    var search = panel.search();
    if (search != null) {
      search.requestFocus();
    }
  }

  private void hidePanel() {
    panelHidden = !panelHidden;
    if (panelHidden) {
      row.getChildren().remove(panel);
      requestFocus();
    } else {
      row.getChildren().add(panel);
    }
  }
}
