package org.exemplar.app.results;

import javafx.scene.control.Button;

/** A number that opens the ratings behind it. */
final class NumberLink extends Button {
  /**
   * @param number as it is shown
   * @param says what it is, for screen readers
   */
  NumberLink(String number, String says, Runnable open) {
    super(number);
    getStyleClass().addAll("link", "number-link");
    setMinWidth(USE_PREF_SIZE);
    setAccessibleText(says + " " + number + ", show the ratings");
    setOnAction(e -> open.run());
  }
}
