package org.exemplar.app.control;

import javafx.scene.Cursor;

/** What a key that is held down makes of a drag over the film. */
public enum FilmTool {
  /** Nothing: the drag does what its button does. */
  NONE,
  /** The film follows the pointer, whatever the button. */
  PAN,
  /** A length is measured. */
  MEASURE;

  Cursor cursor() {
    return switch (this) {
      case NONE -> Cursor.DEFAULT;
      case PAN -> Cursor.OPEN_HAND;
      case MEASURE -> Cursor.CROSSHAIR;
    };
  }
}
