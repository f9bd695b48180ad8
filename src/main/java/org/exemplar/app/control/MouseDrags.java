package org.exemplar.app.control;

import javafx.scene.input.MouseButton;

/**
 * What dragging over a film does with each mouse button. The wheel always zooms at the pointer.
 *
 * @param primary usually the left button
 * @param middle the wheel pressed
 * @param secondary usually the right button
 */
public record MouseDrags(Drag primary, Drag middle, Drag secondary) {
  /** What a drag does. */
  public enum Drag {
    /** The film follows the pointer. */
    PAN,
    /** Right is wider, down is darker. */
    WINDOW,
    /** Up is larger, around where the drag began. */
    ZOOM
  }

  /** Our own: drag to pan, right-drag for window and level. */
  public static final MouseDrags OURS = new MouseDrags(Drag.PAN, Drag.PAN, Drag.WINDOW);

  /** As most viewers have it: window and level on the left button. */
  public static final MouseDrags WINDOW_FIRST = new MouseDrags(Drag.WINDOW, Drag.PAN, Drag.ZOOM);

  /** What dragging with a button does. */
  public Drag of(MouseButton button) {
    return switch (button) {
      case SECONDARY -> secondary;
      case MIDDLE -> middle;
      default -> primary;
    };
  }

  /** The drags that do something, in words, e.g. {@code right-drag}. */
  public String words(Drag drag) {
    return drag == primary ? "drag" : drag == secondary ? "right-drag" : "middle-drag";
  }
}
