package org.exemplar.app.reading;

import java.util.List;

/** How much room the panel has. */
enum PanelSize {
  /** Less than 600 high or 960 wide: only the focused question is open. */
  SMALL,
  /** Less than 840 high. */
  COMPACT,
  NORMAL,
  /** More than 1000 high. */
  ROOMY;

  /** The size for a window, in px of the design. */
  static PanelSize of(double width, double height) {
    if (height < 600 || width < 960) {
      return SMALL;
    }
    return height < 840 ? COMPACT : height > 1000 ? ROOMY : NORMAL;
  }

  boolean narrow() {
    return this == SMALL;
  }

  boolean folds() {
    return this == SMALL;
  }

  List<String> styleClasses() {
    return switch (this) {
      case SMALL -> List.of("narrow", "compact-rows");
      case COMPACT -> List.of("compact-rows");
      case NORMAL -> List.of();
      case ROOMY -> List.of("roomy-rows");
    };
  }
}
