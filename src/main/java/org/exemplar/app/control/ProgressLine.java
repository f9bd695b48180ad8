package org.exemplar.app.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** A thin bar of how much is done, from 0 to 1. It jumps; nothing in a reading room moves. */
public final class ProgressLine extends Region {
  private final DoubleProperty done = new SimpleDoubleProperty(this, "done", 0);
  private final Region track = new Region();
  private final Region bar = new Region();

  /** An empty bar. */
  public ProgressLine() {
    getStyleClass().add("progress-line");
    track.getStyleClass().add("track");
    bar.getStyleClass().add("bar");
    getChildren().addAll(track, bar);
    setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    setAccessibleText("Progress");
    done.addListener((o, was, is) -> {
      notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
      requestLayout();
    });
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> done.get();
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> 1.0;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  /** The share done, 0 to 1. */
  public DoubleProperty doneProperty() {
    return done;
  }

  @Override
  protected void layoutChildren() {
    track.resizeRelocate(0, 0, getWidth(), getHeight());
    double width = Math.clamp(done.get(), 0, 1) * getWidth();
    bar.resizeRelocate(0, 0, width, getHeight());
    bar.setVisible(width > 0);
  }
}
