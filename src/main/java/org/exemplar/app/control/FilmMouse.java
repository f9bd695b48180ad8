package org.exemplar.app.control;

import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.exemplar.radiograph.ImagePoint;

/** What the mouse does to a film: drags as chosen, the wheel zooms at the pointer. */
final class FilmMouse {
  private static final double NOTCH = 40;
  private static final double PER_NOTCH = 1.15;
  private static final double PER_PIXEL = 1.006;

  private final RadiographView view;
  private final FilmModel model;
  private MouseDrags drags = MouseDrags.OURS;
  private FilmTool held = FilmTool.NONE;
  private boolean heldUsed;
  private double pressedX;
  private double pressedY;
  private double lastX;
  private double lastY;

  FilmMouse(RadiographView view, FilmModel model) {
    this.view = view;
    this.model = model;
    view.setOnMousePressed(this::press);
    view.setOnMouseDragged(this::drag);
    view.setOnMouseReleased(e -> view.setCursor(held.cursor()));
    view.setOnScroll(this::scroll);
  }

  void setDrags(MouseDrags chosen) {
    drags = chosen;
  }

  /** A key that makes drags do something else is held down. */
  void hold(FilmTool tool) {
    if (held != tool) {
      held = tool;
      heldUsed = false;
      view.setCursor(tool.cursor());
    }
  }

  /** The key is let go; tells whether anything was dragged meanwhile. */
  boolean release() {
    held = FilmTool.NONE;
    view.setCursor(Cursor.DEFAULT);
    return heldUsed;
  }

  private void press(MouseEvent e) {
    pressedX = e.getX();
    pressedY = e.getY();
    lastX = pressedX;
    lastY = pressedY;
    heldUsed = held != FilmTool.NONE;
    if (held == FilmTool.MEASURE) {
      model.measureNothing();
    }
  }

  private void drag(MouseEvent e) {
    double right = e.getX() - lastX;
    double down = e.getY() - lastY;
    lastX = e.getX();
    lastY = e.getY();
    if (held == FilmTool.MEASURE) {
      model.measure(place(pressedX, pressedY), place(e.getX(), e.getY()));
      return;
    }
    switch (held == FilmTool.PAN ? MouseDrags.Drag.PAN : drags.of(e.getButton())) {
      case PAN -> {
        view.setCursor(Cursor.MOVE);
        model.drag(right * scale(), down * scale());
      }
      case WINDOW -> {
        view.setCursor(Cursor.CROSSHAIR);
        model.dragWindow(right, down);
      }
      case ZOOM -> {
        view.setCursor(Cursor.V_RESIZE);
        model.zoomAt(place(pressedX, pressedY), Math.pow(PER_PIXEL, -down));
      }
    }
  }

  private void scroll(ScrollEvent e) {
    model.zoomAt(place(e.getX(), e.getY()), Math.pow(PER_NOTCH, e.getDeltaY() / NOTCH));
    e.consume();
  }

  private ImagePoint place(double x, double y) {
    return new ImagePoint(x * scale(), y * scale());
  }

  private double scale() {
    return view.deviceScaleProperty().get();
  }
}
