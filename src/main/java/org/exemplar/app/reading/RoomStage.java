package org.exemplar.app.reading;

import org.exemplar.sitting.Stage;

/** Which page shows a stage of the sitting. */
enum RoomStage {
  ABOUT,
  DISPLAY_CHECK,
  CASE,
  WAIT,
  DONE;

  static RoomStage of(Stage stage) {
    return switch (stage) {
      case DETAILS, INSTRUCTIONS -> ABOUT;
      case DISPLAY_CHECK -> DISPLAY_CHECK;
      case MASK, CASE, FEEDBACK, PAUSED -> CASE;
      case BREAK, LIMIT, WASHOUT -> WAIT;
      case DONE -> DONE;
    };
  }

  /** Whether there is a current case. */
  static boolean atCase(Stage stage) {
    return of(stage) == CASE;
  }
}
