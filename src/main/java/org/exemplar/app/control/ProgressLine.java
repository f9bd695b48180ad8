package org.exemplar.app.control;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
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
    done.addListener((o, was, is) -> requestLayout());
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
