package org.exemplar.app.control.figure;

import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * A colour that a figure draws with. The stylesheet says which token it is; the fallback is the
 * dark theme's.
 */
public enum Ink {
  STRONG("#f0f6fc"),
  FG("#c9d1d9"),
  MUTED("#8b949e"),
  FAINT("#768390"),
  GRID("#21262d"),
  BORDER("#30363d"),
  GROUND("#161b22"),
  CARD("#161b22"),
  ACCENT("#58a6ff"),
  ACCENT_FILL("#1f6feb"),
  PIE("#e69f00"),
  NON_PIE("#56b4e9"),
  DENSE("#9fb3c8"),
  PRUNED("#cc79a7"),
  SUCCESS("#3fb950"),
  WARNING("#d29922"),
  DANGER("#f85149"),
  FIRST("#4fc3a1"),
  SECOND("#f0d15a"),
  THIRD("#a79bf5"),
  FOURTH("#f07b5f"),
  LEFT_FAR("#2b7f78"),
  LEFT_NEAR("#6db9ab"),
  MIDDLE("#4a525c"),
  RIGHT_NEAR("#c9a2dc"),
  RIGHT_FAR("#9061b0");

  private final String fallback;

  Ink(String fallback) {
    this.fallback = fallback;
  }

  /** The dark theme's colour. */
  Color fallback() {
    return Color.web(fallback);
  }

  /** The name of its property in stylesheets, e.g. {@code -ink-non-pie}. */
  String property() {
    return "-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
