package org.exemplar.app.control;

import javafx.scene.control.Label;

/** A fact about the view, or, in amber, a way in which it is not as acquired. */
public final class ViewBadge extends Label {
  private ViewBadge(String words, String... styleClasses) {
    super(words);
    getStyleClass().setAll("view-badge");
    getStyleClass().addAll(styleClasses);
    setMinWidth(USE_PREF_SIZE);
    setMouseTransparent(true);
  }

  /** Window, level or zoom. */
  public static ViewBadge fact(String words) {
    return new ViewBadge(words);
  }

  /** What is not as acquired, in words. */
  public static ViewBadge altered(String words) {
    return new ViewBadge(words, "altered");
  }

  /** That this is practice. */
  public static ViewBadge practice() {
    return new ViewBadge("Practice", "practice");
  }
}
