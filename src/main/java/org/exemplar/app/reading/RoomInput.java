package org.exemplar.app.reading;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.exemplar.app.control.FilmModel;

/** Keys of the whole room. Where one types, letters are letters. */
final class RoomInput {
  private final Scene scene;
  private final ReadingRoom room;
  private final Map<KeyCode, Act> held = new EnumMap<>(KeyCode.class);
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

  /** Lets go of everything that is held down: the window does not see the keys come up. */
  void letGo() {
    if (room.page() instanceof CasePage cases) {
      held.values().forEach(cases::release);
    }
    held.clear();
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
    } else if (stroke.get().equals(Stroke.of("Enter")) && pressedWalkedTo()) {
      e.consume();
    } else if (!typing(e)) {
      act(e, stroke.get());
    }
  }

  /** Enter presses the button that one walked to with Tab, as Space does. */
  private boolean pressedWalkedTo() {
    Node owner = scene.getFocusOwner();
    boolean walked = owner != null && owner.isFocusVisible();
    if (walked && (owner instanceof Button || owner instanceof ToggleButton)) {
      ((ButtonBase) owner).fire();
      return true;
    }
    return false;
  }

  private void closeOverlay(KeyEvent e, Stroke stroke) {
    boolean closes =
        stroke.key().equals("Escape")
            || room.keys().keys().act(stroke).filter(Act.KEYS::equals).isPresent();
    if (closes) {
      room.overlay().close();
    }
    if (stroke.equals(Stroke.of("Enter"))) {
      room.overlay().press();
    } else if (!stroke.key().equals("Space")) {
      room.overlay().scroll(stroke);
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
    switch (act.get()) {
      case KEYS -> room.overlay().open();
      case FULL_SCREEN -> room.window().fullScreen();
      case NEXT_MONITOR -> room.window().nextMonitor();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean typing(KeyEvent e) {
    Node owner = scene.getFocusOwner();
    boolean presses = e.getCode() == KeyCode.SPACE && owner instanceof ButtonBase;
    // On a case, Space belongs to the film unless one walked to the button.
    boolean meant = !(room.page() instanceof CasePage) || (owner != null && owner.isFocusVisible());
    return owner instanceof TextInputControl || owner instanceof ComboBoxBase || (presses && meant);
  }

  private void act(KeyEvent e, Stroke stroke) {
    Optional<Act> act = room.keys().keys().act(stroke);
    switch (room.page()) {
      case CasePage cases -> {
        boolean left = stroke.equals(Stroke.of("Escape")) && cases.escape();
        if (left || cases.struck(stroke)) {
          e.consume();
        } else if (act.isPresent()) {
          act(cases, e.getCode(), act.get());
          e.consume();
        } else if (step(cases, stroke)) {
          e.consume();
        }
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

  private void act(CasePage cases, KeyCode code, Act act) {
    if (!act.held()) {
      cases.act(act);
    } else if (held.putIfAbsent(code, act) == null) {
      cases.hold(act);
    }
  }

  /** An arrow with Shift is a coarse step, with Ctrl a fine one. */
  private boolean step(CasePage cases, Stroke stroke) {
    if (stroke.shift() == stroke.ctrl() || stroke.alt()) {
      return false;
    }
    Optional<Act> act = room.keys().keys().act(Stroke.of(stroke.key())).filter(Act::steps);
    act.ifPresent(a -> cases.tool(a, stroke.shift() ? FilmModel.Step.COARSE : FilmModel.Step.FINE));
    return act.isPresent();
  }

  /** What counts is the key that comes up: its modifiers may have come up before. */
  private void released(KeyEvent e) {
    Act act = held.remove(e.getCode());
    if (act != null && room.page() instanceof CasePage cases) {
      cases.release(act);
      e.consume();
    }
  }
}
