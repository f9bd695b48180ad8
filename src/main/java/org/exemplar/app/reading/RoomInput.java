package org.exemplar.app.reading;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.exemplar.app.control.FilmModel;

/** Keys of the whole room. Where one types, letters are letters. */
final class RoomInput {
  private final Scene scene;
  private final ReadingRoom room;
  private boolean acted;

  RoomInput(Scene scene, ReadingRoom room) {
    this.scene = scene;
    this.room = room;
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
    scene.addEventFilter(MouseEvent.MOUSE_MOVED, e -> room.activity());
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> room.activity());
    scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> room.activity());
    scene.addEventFilter(ScrollEvent.SCROLL, e -> room.activity());
  }

  private void pressed(KeyEvent e) {
    press(e);
    acted = e.isConsumed();
  }

  /** A key that acted is not also typed, for instance into the field that it opened. */
  private void typed(KeyEvent e) {
    if (acted) {
      e.consume();
    }
  }

  private void press(KeyEvent e) {
    room.activity();
    Optional<Stroke> stroke = RoomKeys.stroke(e);
    if (stroke.isEmpty()) {
      return;
    }
    if (room.keys().changing()) {
      room.keys().strike(stroke.get());
      e.consume();
    } else if (room.overlay().isOpen()) {
      closeOverlay(e, stroke.get());
    } else if (everywhere(e, stroke.get())) {
      e.consume();
    } else if (stroke.get().equals(Stroke.of("Enter")) && room.page() instanceof AboutPage about) {
      about.enter(e);
    } else if (!typing(e)) {
      act(e, stroke.get());
    }
  }

  private void closeOverlay(KeyEvent e, Stroke stroke) {
    boolean closes =
        stroke.key().equals("Escape")
            || room.keys().keys().act(stroke).filter(Act.KEYS::equals).isPresent();
    if (closes) {
      room.overlay().close();
    }
    if (!stroke.key().equals("Tab") && !stroke.key().equals("Space")) {
      e.consume();
    }
  }

  /** Function keys act even where one types. */
  private boolean everywhere(KeyEvent e, Stroke stroke) {
    Optional<Act> act = room.keys().keys().act(stroke);
    if (act.isEmpty() || (typing(e) && !e.getCode().isFunctionKey())) {
      return false;
    }
    if (act.get() == Act.KEYS) {
      room.overlay().open();
    } else if (act.get() == Act.FULL_SCREEN) {
      room.fullScreen();
    } else {
      return false;
    }
    return true;
  }

  private boolean typing(KeyEvent e) {
    Node owner = scene.getFocusOwner();
    boolean opensOrPresses =
        e.getCode() == javafx.scene.input.KeyCode.SPACE && owner instanceof ButtonBase;
    return owner instanceof TextInputControl || owner instanceof ComboBoxBase || opensOrPresses;
  }

  private void act(KeyEvent e, Stroke stroke) {
    Optional<Act> act = room.keys().keys().act(stroke);
    switch (room.page()) {
      case CasePage cases -> {
        if (stroke.equals(Stroke.of("Escape")) && cases.escape()) {
          e.consume();
          return;
        }
        if (cases.struck(stroke)) {
          e.consume();
          return;
        }
        if (act.filter(Act.LENS::equals).isPresent()) {
          cases.lens(true);
        } else if (act.isPresent()) {
          cases.act(act.get());
        } else if (!step(cases, stroke)) {
          return;
        }
        e.consume();
      }
      case DisplayCheckPage check when act.isPresent() -> {
        check.act(act.get());
        e.consume();
      }
      case WaitPage waiting when stroke.equals(Stroke.of("Enter")) -> {
        waiting.enter();
        e.consume();
      }
      case null, default -> {}
    }
  }

  /** An arrow with Shift is a coarse step, with Ctrl a fine one. */
  private boolean step(CasePage cases, Stroke stroke) {
    if (stroke.shift() == stroke.ctrl() || stroke.alt()) {
      return false;
    }
    Optional<Act> act = room.keys().keys().act(Stroke.of(stroke.key()));
    boolean steps =
        act.filter(a -> a == Act.NARROWER || a == Act.WIDER || a == Act.BRIGHTER || a == Act.DARKER)
            .isPresent();
    if (steps) {
      cases.tool(act.get(), stroke.shift() ? FilmModel.Step.COARSE : FilmModel.Step.FINE);
    }
    return steps;
  }

  private void released(KeyEvent e) {
    Optional<Act> act = RoomKeys.stroke(e).flatMap(room.keys().keys()::act);
    if (act.filter(Act.LENS::equals).isPresent() && room.page() instanceof CasePage cases) {
      cases.lens(false);
    }
  }
}
