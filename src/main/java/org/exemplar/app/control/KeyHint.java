package org.exemplar.app.control;

import javafx.scene.control.Label;

/**
 * A key as it is printed on the keyboard. Full strength only where the key acts now, faint where
 * another question has the focus, blue on what is selected.
 */
public final class KeyHint extends Label {
  /** How a hint stands out. */
  public enum Strength {
    ACTS,
    FAINT,
    SELECTED
  }

  /**
   * @param key what is printed on the key, e.g. {@code "Enter"}
   */
  public KeyHint(String key) {
    super(key);
    getStyleClass().setAll("key-hint");
    setMouseTransparent(true);
    setMinWidth(USE_PREF_SIZE);
  }

  /** At least as wide as high. */
  @Override
  protected double computePrefWidth(double height) {
    return Math.max(super.computePrefWidth(height), getPrefHeight());
  }

  /** Shows how the hint stands out. */
  public void setStrength(Strength strength) {
    getStyleClass().removeAll("faint-key", "selected-key");
    switch (strength) {
      case FAINT -> getStyleClass().add("faint-key");
      case SELECTED -> getStyleClass().add("selected-key");
      case ACTS -> {}
    }
  }
}
