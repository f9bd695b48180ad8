package org.exemplar.app.control;

import javafx.scene.Cursor;

/** What a key that is held down makes of a drag over the film. */
public enum FilmTool {
  /** Nothing: the drag does what its button does. */
  NONE(Cursor.DEFAULT),
  /** The film follows the pointer, whatever the button. */
  PAN(Cursor.OPEN_HAND),
  /** A length is measured. */
  MEASURE(Cursor.CROSSHAIR);

  private final Cursor cursor;

  FilmTool(Cursor cursor) {
    this.cursor = cursor;
  }

  Cursor cursor() {
    return cursor;
  }
}
