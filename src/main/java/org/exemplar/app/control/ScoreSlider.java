package org.exemplar.app.control;

import java.util.function.IntConsumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/**
 * A line from 0 to 100 with a knob that appears only once there is a value: nothing is selected
 * before the reader touched it.
 */
public final class ScoreSlider extends Region {
  /** The largest value. */
  public static final int MOST = 100;

  private static final int NONE = -1;

  private final Region track = new Region();
  private final Region filled = new Region();
  private final Region knob = new Region();
  private final IntConsumer moved;
  private int value = NONE;

  /**
   * @param name for screen readers
   * @param moved told the value that the reader points at; the slider moves when told to
   */
  public ScoreSlider(String name, IntConsumer moved) {
    this.moved = moved;
    getStyleClass().add("score-slider");
    track.getStyleClass().add("track");
    filled.getStyleClass().add("filled");
    knob.getStyleClass().add("knob");
    getChildren().addAll(track, filled, knob);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(name);
    setFocusTraversable(true);
    setOnMousePressed(e -> pointed(e.getX()));
    setOnMouseDragged(e -> pointed(e.getX()));
    show(NONE);
  }

  private void pointed(double x) {
    double room = getWidth() - knob.prefWidth(-1);
    double share = (x - knob.prefWidth(-1) / 2) / Math.max(1, room);
    moved.accept(Math.clamp(Math.round(share * MOST), 0, MOST));
  }

  /** Shows a value; -1 for none. */
  public void show(int next) {
    value = next;
    knob.setVisible(next >= 0);
    filled.setVisible(next >= 0);
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    double line = track.prefHeight(-1);
    double size = knob.prefWidth(-1);
    double at = snapPositionX(Math.max(0, value) / (double) MOST * (getWidth() - size));
    track.resizeRelocate(0, snapPositionY((height - line) / 2), getWidth(), line);
    filled.resizeRelocate(0, snapPositionY((height - line) / 2), at + size / 2, line);
    knob.resizeRelocate(at, snapPositionY((height - size) / 2), size, size);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> (double) Math.max(0, value);
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> (double) MOST;
      case VALUE_STRING -> value < 0 ? "not answered" : Integer.toString(value);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    switch (action) {
      case INCREMENT -> moved.accept(Math.clamp(value + 1, 0, MOST));
      case DECREMENT -> moved.accept(Math.clamp(value - 1, 0, MOST));
      case SET_VALUE -> {
        if (parameters.length > 0 && parameters[0] instanceof Number number) {
          moved.accept(Math.clamp(Math.round(number.doubleValue()), 0, MOST));
        }
      }
      default -> super.executeAccessibleAction(action, parameters);
    }
  }
}
